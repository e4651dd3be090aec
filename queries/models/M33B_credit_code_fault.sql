/*
code = "M33B"
version = 1
title = { zh = "统一社会信用代码有误", en = "Credit code at fault" }
risk = { zh = "代码有误的企业可能并不存在，也无法与其他数据比对。", en = "A company of a false code may not exist, and no comparison can meet it." }
logic = { zh = "18位统一社会信用代码按国家标准检查位数、字符和第18位校验码。", en = "Credit codes of 18 signs against the national standard: length, signs and the check character." }
exclusions = { zh = "15位旧注册号不查；入库检查时已拒收的行不在数据集中，在拒收清单里查。", en = "Old registration numbers of 15 digits are not judged. Rows that were refused when the file came in are not in the dataset but in its list of refused rows." }
severity = "low"
sector = "procurement"
method = "plausibility"
key = ["credit_code"]
summary = { zh = "校验码应为{right_character}，实为{check_character}", en = "Check character {check_character}, it should be {right_character}" }
entity = { kind = "company", id = "credit_code", name = "company_name" }
parties = [{ kind = "company", id = "credit_code", name = "company_name" }]
group = "industry"
picture = { kind = "bars", label = "industry" }

[requires.companies]
columns = ["credit_code", "company_name"]

[[basis]]
law = "法人和其他组织统一社会信用代码编码规则（GB 32100—2015）"
article = "附录A"
is_checked = false

[[skips]]
of = "companies"
where = "length(credit_code) <> 18"
why = { zh = "不是18位代码", en = "Not a code of 18 signs" }

[columns]
credit_code = "companies.credit_code"
company_name = "companies.company_name"
industry = "companies.industry"
status = "companies.status"
check_character = { title = { zh = "校验码", en = "Check character" }, type = "text" }
right_character = { title = { zh = "应为", en = "Should be" }, type = "text" }
is_malformed = { title = { zh = "字符有误", en = "Wrong signs" }, type = "flag" }

[[evidence]]
of = "companies"
where = "credit_code = $credit_code"
marks = ["credit_code"]
*/
with coded as (
    select
        credit_code,
        min(company_name) as company_name,
        min(industry) as industry,
        min(status) as status,
        upper(credit_code) as code,
        not regexp_matches(upper(credit_code), '^[0-9A-HJ-NPQRTUWXY]{18}$') as is_malformed
    from companies
    where length(credit_code) = 18
    group by credit_code
),

weighed as (
    select
        *,
        1 * (strpos('0123456789ABCDEFGHJKLMNPQRTUWXY', substr(code, 1, 1)) - 1)
        + 3 * (strpos('0123456789ABCDEFGHJKLMNPQRTUWXY', substr(code, 2, 1)) - 1)
        + 9 * (strpos('0123456789ABCDEFGHJKLMNPQRTUWXY', substr(code, 3, 1)) - 1)
        + 27 * (strpos('0123456789ABCDEFGHJKLMNPQRTUWXY', substr(code, 4, 1)) - 1)
        + 19 * (strpos('0123456789ABCDEFGHJKLMNPQRTUWXY', substr(code, 5, 1)) - 1)
        + 26 * (strpos('0123456789ABCDEFGHJKLMNPQRTUWXY', substr(code, 6, 1)) - 1)
        + 16 * (strpos('0123456789ABCDEFGHJKLMNPQRTUWXY', substr(code, 7, 1)) - 1)
        + 17 * (strpos('0123456789ABCDEFGHJKLMNPQRTUWXY', substr(code, 8, 1)) - 1)
        + 20 * (strpos('0123456789ABCDEFGHJKLMNPQRTUWXY', substr(code, 9, 1)) - 1)
        + 29 * (strpos('0123456789ABCDEFGHJKLMNPQRTUWXY', substr(code, 10, 1)) - 1)
        + 25 * (strpos('0123456789ABCDEFGHJKLMNPQRTUWXY', substr(code, 11, 1)) - 1)
        + 13 * (strpos('0123456789ABCDEFGHJKLMNPQRTUWXY', substr(code, 12, 1)) - 1)
        + 8 * (strpos('0123456789ABCDEFGHJKLMNPQRTUWXY', substr(code, 13, 1)) - 1)
        + 24 * (strpos('0123456789ABCDEFGHJKLMNPQRTUWXY', substr(code, 14, 1)) - 1)
        + 10 * (strpos('0123456789ABCDEFGHJKLMNPQRTUWXY', substr(code, 15, 1)) - 1)
        + 30 * (strpos('0123456789ABCDEFGHJKLMNPQRTUWXY', substr(code, 16, 1)) - 1)
        + 28 * (strpos('0123456789ABCDEFGHJKLMNPQRTUWXY', substr(code, 17, 1)) - 1)
            as weight
    from coded
),

checked as (
    select
        *,
        substr(code, 18, 1) as check_character,
        case
            when not is_malformed
                then substr('0123456789ABCDEFGHJKLMNPQRTUWXY', cast((31 - weight % 31) % 31 as bigint) + 1, 1)
        end as right_character
    from weighed
)
select
    credit_code,
    company_name,
    industry,
    status,
    check_character,
    right_character,
    is_malformed
from checked
where is_malformed or check_character <> right_character
/*
[[flagged]]
why = { zh = "这个代码的校验码应为3", en = "the check character of this code is 3" }
companies = [{ credit_code = "91350100M000100Y4A", company_name = "甲" }]
rows = [{ check_character = "A", right_character = "3", is_malformed = false }]

[[flagged]]
why = { zh = "字母 I 不是标准所用字符", en = "the letter I is no sign of the standard" }
companies = [{ credit_code = "91350100M000100YI3", company_name = "甲" }]
rows = [{ is_malformed = true }]

[[clean]]
why = { zh = "代码正确", en = "a sound code" }
companies = [{ credit_code = "91350100M000100Y43", company_name = "甲" }]

[[skipped]]
why = { zh = "旧的注册号", en = "an old registration number" }
companies = [{ credit_code = "110108000000016", company_name = "甲" }]
*/
