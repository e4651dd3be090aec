/*
code = "M33"
version = 1
title = { zh = "身份证号有误", en = "Identity number at fault" }
risk = { zh = "假号码背后可能是虚构的人员，也会使其他比对漏人。", en = "Behind a false number there may be nobody; and every other comparison misses it." }
logic = { zh = "18位身份证号按国家标准逐项检查：位数和字符、第18位校验码、其中的出生日期与登记的出生日期、第17位与登记的性别。", en = "Numbers of 18 digits against the national standard: length and signs, the check character, the date of birth and the sex against those registered." }
exclusions = { zh = "15位旧号码、港澳台和外国证件不查校验码，算作无法判断；入库检查时已拒收的行不在数据集中，在拒收清单里查。", en = "Old numbers of 15 digits and documents of other places have no check character and cannot be judged. Rows that were refused when the file came in are not in the dataset but in its list of refused rows." }
severity = "low"
sector = "personnel"
method = "plausibility"
key = ["identity_number"]
summary = { zh = "校验码应为{right_character}，实为{check_character}；登记出生日期{birth_date}，性别{sex}", en = "Check character {check_character}, it should be {right_character}; registered as born {birth_date}, sex {sex}" }
entity = { kind = "person", id = "identity_number", name = "person_name" }
parties = [{ kind = "person", id = "identity_number", name = "person_name" }]
group = "unit_name"
picture = { kind = "bars", label = "unit_name" }

[requires.persons]
columns = ["identity_number", "person_name"]

[[basis]]
law = "公民身份号码（GB 11643—1999）"
article = "第4章"
is_checked = false

[[skips]]
of = "persons"
where = "not regexp_matches(identity_number, '^[0-9]{17}[0-9Xx]$') and length(identity_number) <> 18"
why = { zh = "不是18位号码", en = "Not a number of 18 signs" }

[columns]
identity_number = "persons.identity_number"
person_name = "persons.person_name"
unit_name = "persons.unit_name"
birth_date = "persons.birth_date"
sex = "persons.sex"
check_character = { title = { zh = "校验码", en = "Check character" }, type = "text" }
right_character = { title = { zh = "应为", en = "Should be" }, type = "text" }
is_malformed = { title = { zh = "字符有误", en = "Wrong signs" }, type = "flag" }
is_check_wrong = { title = { zh = "校验码不符", en = "Check character wrong" }, type = "flag" }
is_birth_unlike = { title = { zh = "出生日期不符", en = "Date of birth differs" }, type = "flag" }
is_sex_unlike = { title = { zh = "性别不符", en = "Sex differs" }, type = "flag" }

[[evidence]]
of = "persons"
where = "identity_number = $identity_number"
marks = ["identity_number", "birth_date", "sex"]
*/
with numbered as (
    select
        identity_number,
        person_name,
        unit_name,
        birth_date,
        sex,
        not regexp_matches(identity_number, '^[0-9]{17}[0-9Xx]$') as is_malformed,
        case
            when regexp_matches(identity_number, '^[0-9]{17}[0-9Xx]$') then substr(identity_number, 1, 17)
        end as digits
    from persons
    where length(identity_number) = 18
),

weighed as (
    select
        *,
        7 * cast(substr(digits, 1, 1) as bigint)
        + 9 * cast(substr(digits, 2, 1) as bigint)
        + 10 * cast(substr(digits, 3, 1) as bigint)
        + 5 * cast(substr(digits, 4, 1) as bigint)
        + 8 * cast(substr(digits, 5, 1) as bigint)
        + 4 * cast(substr(digits, 6, 1) as bigint)
        + 2 * cast(substr(digits, 7, 1) as bigint)
        + 1 * cast(substr(digits, 8, 1) as bigint)
        + 6 * cast(substr(digits, 9, 1) as bigint)
        + 3 * cast(substr(digits, 10, 1) as bigint)
        + 7 * cast(substr(digits, 11, 1) as bigint)
        + 9 * cast(substr(digits, 12, 1) as bigint)
        + 10 * cast(substr(digits, 13, 1) as bigint)
        + 5 * cast(substr(digits, 14, 1) as bigint)
        + 8 * cast(substr(digits, 15, 1) as bigint)
        + 4 * cast(substr(digits, 16, 1) as bigint)
        + 2 * cast(substr(digits, 17, 1) as bigint)
            as weight
    from numbered
),

checked as (
    select
        *,
        upper(substr(identity_number, 18, 1)) as check_character,
        substr('10X98765432', cast(weight % 11 as bigint) + 1, 1) as right_character,
        cast(substr(digits, 7, 8) as bigint)
        <> year(birth_date) * 10000 + month(birth_date) * 100 + day(birth_date) as is_birth_unlike,
        (sex in ('男', '男性') and cast(substr(digits, 17, 1) as bigint) % 2 = 0)
        or (sex in ('女', '女性') and cast(substr(digits, 17, 1) as bigint) % 2 = 1) as is_sex_unlike
    from weighed
)
select
    identity_number,
    min(person_name) as person_name,
    min(unit_name) as unit_name,
    min(birth_date) as birth_date,
    min(sex) as sex,
    check_character,
    right_character,
    is_malformed,
    coalesce(check_character <> right_character, false) as is_check_wrong,
    max(case when is_birth_unlike then 1 else 0 end) = 1 as is_birth_unlike,
    max(case when is_sex_unlike then 1 else 0 end) = 1 as is_sex_unlike
from checked
where is_malformed or check_character <> right_character or is_birth_unlike or is_sex_unlike
group by identity_number, check_character, right_character, is_malformed
/*
[[flagged]]
why = { zh = "标准自带例子的校验码是 X", en = "the check character of the standard's own example is X" }
persons = [{ identity_number = "110105194912310021", person_name = "甲" }]
rows = [{ check_character = "1", right_character = "X", is_check_wrong = true, is_birth_unlike = false }]

[[flagged]]
why = { zh = "号码正确，登记的出生日期和性别不符", en = "the number is sound, the registered birth and sex are others" }
persons = [{ identity_number = "11010519491231002X", person_name = "甲", birth_date = 1950-01-01, sex = "男" }]
rows = [{ is_check_wrong = false, is_birth_unlike = true, is_sex_unlike = true }]

[[flagged]]
why = { zh = "数字中有字母", en = "a letter among the digits" }
persons = [{ identity_number = "11010519491231O02X", person_name = "甲" }]
rows = [{ is_malformed = true, is_check_wrong = false }]

[[clean]]
why = { zh = "标准自带的例子，小写字母也可以", en = "the standard's own examples, in small letters too" }
persons = [
    { identity_number = "11010519491231002x", person_name = "甲", birth_date = 1949-12-31, sex = "女" },
    { identity_number = "440524188001010014", person_name = "乙", birth_date = 1880-01-01, sex = "男" },
]

[[skipped]]
why = { zh = "十五位旧号码没有校验码", en = "an old number of fifteen digits has no check character" }
persons = [{ identity_number = "110105491231002", person_name = "甲" }]
*/
