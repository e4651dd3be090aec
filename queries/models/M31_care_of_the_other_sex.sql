/*
code = "M31"
version = 1
title = { zh = "诊疗与性别不符", en = "Care that does not fit the sex" }
risk = { zh = "男性住妇科、女性治前列腺，多为冒名住院或编造病历。", en = "A man in gynaecology, a woman with a prostate: somebody else's card or an invented stay." }
logic = { zh = "男性的科室是妇科、产科，或诊断代码属女性疾病（C51–C58、D25–D28、N70–N98、O00–O99）；女性的诊断代码属男性疾病（C60–C63、D29、N40–N51）。没有性别时按身份证第17位判断。", en = "A man whose department is gynaecology or obstetrics or whose diagnosis is of women (C51–C58, D25–D28, N70–N98, O00–O99); a woman whose diagnosis is of men (C60–C63, D29, N40–N51). A missing sex is read from the 17th digit of the identity number." }
exclusions = { zh = "未满一岁的新生儿住产科不算。", en = "Infants under one year in obstetrics are left out." }
severity = "high"
sector = "medical_insurance"
method = "plausibility"
key = ["stay_code"]
summary = { zh = "{sex}性患者住{department}，诊断{diagnosis_name}", en = "Patient's sex {sex}, department {department}, diagnosis {diagnosis_name}" }
entity = { kind = "person", id = "identity_number", name = "person_name" }
parties = [{ kind = "person", id = "identity_number", name = "person_name" }, { kind = "unit", id = "hospital_name" }]
amount = "total_fen"
group = "hospital_name"
picture = { kind = "bars", label = "hospital_name" }

[requires.hospital_stays]
columns = ["stay_code", "identity_number", "hospital_name", "admitted_date"]

[[basis]]
law = "医疗保障基金使用监督管理条例"
article = "第二十条"
says = { zh = "不得通过伪造、变造医学文书，冒名就医等方式骗取医疗保障基金。", en = "Forged records and borrowed identities may not be used to draw on the fund." }
is_checked = false

[[skips]]
of = "hospital_stays"
where = "sex is null and not coalesce(regexp_matches(identity_number, '^[0-9]{17}'), false)"
why = { zh = "没有性别，也不能从身份证号判断", en = "No sex, and none to be read from the identity number" }

[columns]
stay_code = "hospital_stays.stay_code"
identity_number = "hospital_stays.identity_number"
person_name = "hospital_stays.person_name"
sex = { source = "hospital_stays.sex", words = { "男" = "male", "女" = "female" } }
hospital_name = "hospital_stays.hospital_name"
department = "hospital_stays.department"
diagnosis_code = "hospital_stays.diagnosis_code"
diagnosis_name = "hospital_stays.diagnosis_name"
admitted_date = "hospital_stays.admitted_date"
total_fen = "hospital_stays.total_fen"

[[evidence]]
of = "hospital_stays"
where = "stay_code = $stay_code"
marks = ["sex", "department", "diagnosis_code", "diagnosis_name"]
*/
with sexed as (
    select
        *,
        case
            when sex in ('男', '男性', '1', 'M') then '男'
            when sex in ('女', '女性', '2', 'F') then '女'
            when sex is null and regexp_matches(identity_number, '^[0-9]{17}')
                then case when substr(identity_number, 17, 1) in ('1', '3', '5', '7', '9') then '男' else '女' end
        end as known_sex,
        coalesce(diagnosis_code, '') as diagnosis,
        coalesce(department, '') as ward
    from hospital_stays
)
select
    stay_code,
    identity_number,
    person_name,
    known_sex as sex,
    hospital_name,
    department,
    diagnosis_code,
    diagnosis_name,
    admitted_date,
    total_fen
from sexed
where
    (
        known_sex = '男'
        and (
            regexp_matches(diagnosis, '^(C5[1-8]|D2[5-8]|N7[0-9]|N8[0-9]|N9[0-8]|O[0-9][0-9])')
            or (
                (ward like '%妇科%' or ward like '%产科%' or ward like '%妇产%')
                and (birth_date is null or date_diff('day', birth_date, admitted_date) >= 365)
            )
        )
    )
    or (known_sex = '女' and regexp_matches(diagnosis, '^(C6[0-3]|D29|N4[0-9]|N5[01])'))
/*
[[flagged]]
why = { zh = "男性在妇科", en = "a man in gynaecology" }
hospital_stays = [{ stay_code = "1", identity_number = "P", sex = "男", hospital_name = "H", department = "妇科", admitted_date = 2026-03-01 }]
rows = [{ stay_code = "1", sex = "男" }]

[[flagged]]
why = { zh = "女性有前列腺疾病，男性分娩；性别从证件号得知", en = "a woman with a prostate, a man who gives birth; the sex stands in the number" }
hospital_stays = [
    { stay_code = "1", identity_number = "990100196001010026", hospital_name = "H", diagnosis_code = "N40", admitted_date = 2026-03-01 },
    { stay_code = "2", identity_number = "990100196001010034", hospital_name = "H", diagnosis_code = "O80.0", admitted_date = 2026-03-01 },
]
rows = [{ stay_code = "1", sex = "女" }, { stay_code = "2", sex = "男" }]

[[clean]]
why = { zh = "新生男婴随母住在产科", en = "a newborn boy lies with his mother in obstetrics" }
hospital_stays = [{ stay_code = "1", identity_number = "P", sex = "男", birth_date = 2026-03-01, hospital_name = "H", department = "产科", admitted_date = 2026-03-01 }]

[[clean]]
why = { zh = "各有各的疾病；肾病不分男女", en = "each with care of their own; a disorder of the kidney is of either sex" }
hospital_stays = [
    { stay_code = "1", identity_number = "P", sex = "女", hospital_name = "H", department = "妇科", diagnosis_code = "N80", admitted_date = 2026-03-01 },
    { stay_code = "2", identity_number = "Q", sex = "男", hospital_name = "H", department = "泌尿外科", diagnosis_code = "N40", admitted_date = 2026-03-01 },
    { stay_code = "3", identity_number = "R", sex = "男", hospital_name = "H", department = "内科", diagnosis_code = "N18", admitted_date = 2026-03-01 },
]

[[skipped]]
why = { zh = "既没有性别，也没有本国证件号", en = "neither a sex nor an identity number of this country" }
hospital_stays = [{ stay_code = "1", identity_number = "E12345678", hospital_name = "H", department = "妇科", admitted_date = 2026-03-01 }]
*/
