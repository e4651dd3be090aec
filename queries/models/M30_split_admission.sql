/*
code = "M30"
version = 1
title = { zh = "分解住院", en = "Split admission" }
risk = { zh = "把一次住院拆成几次结算，多占起付和次均定额，套取医保基金。", en = "One stay billed as several draws more from the fund than the illness needs." }
logic = { zh = "同一人出院后规定天数内，又因同一诊断住进同一家医院。", en = "The same person is admitted again to the same hospital with the same diagnosis within the given days after discharge." }
exclusions = { zh = "化疗、放疗、透析等按疗程住院的诊断（代码以Z49、Z51开头）不在此列。", en = "Treatments in courses (diagnosis codes beginning with Z49 or Z51: dialysis, chemotherapy, radiotherapy) are left out." }
severity = "high"
sector = "medical_insurance"
method = "sequence"
key = ["stay_code"]
summary = { zh = "{before_discharged_date}出院后{gap_days}天，又以同一诊断入住{hospital_name}", en = "Back in {hospital_name} with the same diagnosis {gap_days} days after the discharge on {before_discharged_date}" }
entity = { kind = "person", id = "identity_number", name = "person_name" }
parties = [{ kind = "person", id = "identity_number", name = "person_name" }, { kind = "unit", id = "hospital_name" }]
amount = "total_fen"
group = "hospital_name"
picture = { kind = "bars", label = "hospital_name" }

[requires.hospital_stays]
columns = ["stay_code", "identity_number", "hospital_name", "admitted_date", "discharged_date"]

[params.most_days]
title = { zh = "再入院间隔", en = "Days between the stays" }
type = "whole"
default = 15
least = 0
most = 90
unit = { zh = "天", en = "days" }
basis = { zh = "各地医保协议常用15天；以当地协议为准", en = "15 days is usual in agreements with hospitals; the local one decides" }

[[basis]]
law = "医疗保障基金使用监督管理条例"
article = "第十五条"
says = { zh = "不得分解住院、挂床住院。", en = "Stays may not be split or pretended." }
is_checked = false

[[skips]]
of = "hospital_stays"
where = "discharged_date is null or coalesce(diagnosis_code, diagnosis_name) is null"
why = { zh = "没有出院日期或诊断", en = "No discharge or no diagnosis" }

[columns]
stay_code = "hospital_stays.stay_code"
identity_number = "hospital_stays.identity_number"
person_name = "hospital_stays.person_name"
hospital_name = "hospital_stays.hospital_name"
diagnosis_name = "hospital_stays.diagnosis_name"
before_stay_code = { source = "hospital_stays.stay_code", title = { zh = "前次住院号", en = "Stay before" } }
before_discharged_date = { source = "hospital_stays.discharged_date", title = { zh = "前次出院日期", en = "Discharged before" } }
admitted_date = "hospital_stays.admitted_date"
gap_days = { title = { zh = "间隔天数", en = "Days between" }, type = "whole" }
total_fen = "hospital_stays.total_fen"

[[evidence]]
of = "hospital_stays"
where = "stay_code in ($stay_code, $before_stay_code)"
marks = ["admitted_date", "discharged_date", "diagnosis_code", "hospital_name"]
*/
with known as (
    select
        *,
        coalesce(hospital_code, hospital_name) as hospital,
        coalesce(diagnosis_code, diagnosis_name) as diagnosis
    from hospital_stays
    where coalesce(diagnosis_code, diagnosis_name) is not null
),

followed as (
    select
        *,
        lag(stay_code) over (
            partition by identity_number, hospital, diagnosis order by admitted_date, stay_code
        ) as before_stay_code,
        lag(discharged_date) over (
            partition by identity_number, hospital, diagnosis order by admitted_date, stay_code
        ) as before_discharged_date
    from known
)
select
    stay_code,
    identity_number,
    person_name,
    hospital_name,
    diagnosis_name,
    before_stay_code,
    before_discharged_date,
    admitted_date,
    date_diff('day', before_discharged_date, admitted_date) as gap_days,
    total_fen
from followed
where
    date_diff('day', before_discharged_date, admitted_date) between 0 and $most_days
    and coalesce(diagnosis_code, '') not like 'Z49%'
    and coalesce(diagnosis_code, '') not like 'Z51%'
/*
[[flagged]]
why = { zh = "出院十五天后又入院", en = "back after fifteen days" }
hospital_stays = [
    { stay_code = "1", identity_number = "P", hospital_name = "H", diagnosis_code = "I10", admitted_date = 2026-03-01, discharged_date = 2026-03-05 },
    { stay_code = "2", identity_number = "P", hospital_name = "H", diagnosis_code = "I10", admitted_date = 2026-03-20, discharged_date = 2026-03-25 },
]
rows = [{ stay_code = "2", before_stay_code = "1", gap_days = 15 }]

[[clean]]
why = { zh = "十六天之后是另一次同类疾病", en = "after sixteen days it is another illness of the kind" }
hospital_stays = [
    { stay_code = "1", identity_number = "P", hospital_name = "H", diagnosis_code = "I10", admitted_date = 2026-03-01, discharged_date = 2026-03-05 },
    { stay_code = "2", identity_number = "P", hospital_name = "H", diagnosis_code = "I10", admitted_date = 2026-03-21, discharged_date = 2026-03-25 },
]

[[clean]]
why = { zh = "诊断、医院或人员不同", en = "another diagnosis, another hospital, another person" }
hospital_stays = [
    { stay_code = "1", identity_number = "P", hospital_name = "H", diagnosis_code = "I10", admitted_date = 2026-03-01, discharged_date = 2026-03-05 },
    { stay_code = "2", identity_number = "P", hospital_name = "H", diagnosis_code = "J18", admitted_date = 2026-03-06, discharged_date = 2026-03-08 },
    { stay_code = "3", identity_number = "P", hospital_name = "G", diagnosis_code = "I10", admitted_date = 2026-03-09, discharged_date = 2026-03-10 },
    { stay_code = "4", identity_number = "Q", hospital_name = "H", diagnosis_code = "I10", admitted_date = 2026-03-06, discharged_date = 2026-03-08 },
]

[[clean]]
why = { zh = "化疗本来按疗程", en = "chemotherapy is given in courses" }
hospital_stays = [
    { stay_code = "1", identity_number = "P", hospital_name = "H", diagnosis_code = "Z51.1", admitted_date = 2026-03-01, discharged_date = 2026-03-03 },
    { stay_code = "2", identity_number = "P", hospital_name = "H", diagnosis_code = "Z51.1", admitted_date = 2026-03-15, discharged_date = 2026-03-17 },
]

[[skipped]]
why = { zh = "住院尚未结束", en = "a stay that has not ended" }
hospital_stays = [{ stay_code = "1", identity_number = "P", hospital_name = "H", diagnosis_code = "I10", admitted_date = 2026-03-01 }]
*/
