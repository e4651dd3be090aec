/*
code = "M42"
version = 1
title = { zh = "住院天数异常", en = "Stay out of line" }
risk = { zh = "挂床、压床或拖延出院，多占床位和基金。", en = "Beds held longer than the illness needs, at the cost of the fund." }
logic = { zh = "住院天数高于同诊断的上四分位数加规定倍数四分位距，且不少于规定天数；门诊而有多日住院天数的一并列出。", en = "The days exceed the third quartile of the same diagnosis by the given multiple of the quartile distance, and are not fewer than given; an outpatient visit of several days is listed as well." }
exclusions = { zh = "同类少于规定件数的不算界限；精神、康复、长期护理另行运行。", en = "A kind with too few cases has no fence; psychiatry, rehabilitation and long-term care are to be run apart." }
severity = "medium"
sector = "medical_insurance"
method = "distribution"
key = ["stay_code"]
summary = { zh = "住{stay_days}天，同类上限{fence_days}天", en = "{stay_days} days, fence of its kind {fence_days}" }
entity = { kind = "person", id = "identity_number", name = "person_name" }
parties = [{ kind = "person", id = "identity_number", name = "person_name" }, { kind = "unit", id = "hospital_name" }]
amount = "total_fen"
group = "diagnosis_name"
picture = { kind = "distribution", value = "stay_days", limit = "fence_days" }

[requires.hospital_stays]
columns = ["stay_code", "identity_number", "hospital_name", "admitted_date"]

[params.multiple]
title = { zh = "四分位距倍数", en = "Multiples of the quartile distance" }
type = "number"
default = 1.5
least = 0
most = 10
basis = { zh = "箱线图的通用界限（Tukey）", en = "The usual fence of a box plot (Tukey)" }

[params.least_count]
title = { zh = "同类最少件数", en = "Fewest cases of a kind" }
type = "whole"
default = 8
least = 4
most = 100000
unit = { zh = "件", en = "cases" }
basis = { zh = "少于8件时四分位数不稳", en = "Quartiles of fewer than eight are not steady" }

[params.least_days]
title = { zh = "最少住院天数", en = "Fewest days" }
type = "whole"
default = 15
least = 1
most = 365
unit = { zh = "天", en = "days" }
basis = { zh = "短住院的细小差别不列", en = "Small differences of short stays are not listed" }

[[basis]]
law = "医疗保障基金使用监督管理条例"
article = "第十五条"
says = { zh = "不得分解住院、挂床住院。", en = "Stays may not be split or pretended." }
is_checked = false

[[skips]]
of = "hospital_stays"
where = "stay_days is null and discharged_date is null"
why = { zh = "没有住院天数，也没有出院日期", en = "No days of stay and no discharge" }

[columns]
stay_code = "hospital_stays.stay_code"
identity_number = "hospital_stays.identity_number"
person_name = "hospital_stays.person_name"
hospital_name = "hospital_stays.hospital_name"
diagnosis_name = "hospital_stays.diagnosis_name"
admitted_date = "hospital_stays.admitted_date"
discharged_date = "hospital_stays.discharged_date"
stay_days = { title = { zh = "住院天数", en = "Days of stay" }, type = "whole" }
fence_days = { title = { zh = "同类上限（天）", en = "Fence of its kind, days" }, type = "decimal" }
total_fen = "hospital_stays.total_fen"

[[evidence]]
of = "hospital_stays"
where = "stay_code = $stay_code"
marks = ["admitted_date", "discharged_date", "stay_days", "diagnosis_code"]
*/
with counted as (
    select
        *,
        coalesce(diagnosis_code, diagnosis_name, '') as kind,
        coalesce(stay_days, date_diff('day', admitted_date, discharged_date)) as counted_days
    from hospital_stays
    where stay_days is not null or discharged_date is not null
),

fences as (
    select
        kind,
        quantile_cont(counted_days, 0.75)
        + $multiple * (quantile_cont(counted_days, 0.75) - quantile_cont(counted_days, 0.25)) as fence_days
    from counted
    group by kind
    having count(*) >= $least_count
)
select
    stay_code,
    identity_number,
    person_name,
    hospital_name,
    diagnosis_name,
    admitted_date,
    discharged_date,
    counted_days as stay_days,
    round(fences.fence_days, 1) as fence_days,
    total_fen
from counted
left join fences on counted.kind = fences.kind
where counted_days > fences.fence_days and counted_days >= $least_days
/*
[[flagged]]
why = { zh = "通常约一周的住院中有一次四十天", en = "forty days among stays of about a week" }
hospital_stays = [
    { stay_code = "1", identity_number = "P1", hospital_name = "H", diagnosis_code = "I10", admitted_date = 2026-03-01, discharged_date = 2026-03-07 },
    { stay_code = "2", identity_number = "P2", hospital_name = "H", diagnosis_code = "I10", admitted_date = 2026-03-01, discharged_date = 2026-03-08 },
    { stay_code = "3", identity_number = "P3", hospital_name = "H", diagnosis_code = "I10", admitted_date = 2026-03-01, discharged_date = 2026-03-06 },
    { stay_code = "4", identity_number = "P4", hospital_name = "H", diagnosis_code = "I10", admitted_date = 2026-03-01, discharged_date = 2026-03-07 },
    { stay_code = "5", identity_number = "P5", hospital_name = "H", diagnosis_code = "I10", admitted_date = 2026-03-01, discharged_date = 2026-03-08 },
    { stay_code = "6", identity_number = "P6", hospital_name = "H", diagnosis_code = "I10", admitted_date = 2026-03-01, discharged_date = 2026-03-06 },
    { stay_code = "7", identity_number = "P7", hospital_name = "H", diagnosis_code = "I10", admitted_date = 2026-03-01, discharged_date = 2026-03-07 },
    { stay_code = "8", identity_number = "P8", hospital_name = "H", diagnosis_code = "I10", admitted_date = 2026-03-01, discharged_date = 2026-03-08 },
    { stay_code = "L", identity_number = "L", hospital_name = "H", diagnosis_code = "I10", admitted_date = 2026-03-01, discharged_date = 2026-04-10 },
]
rows = [{ stay_code = "L", stay_days = 40 }]

[[clean]]
why = { zh = "都在一周左右", en = "all about a week" }
hospital_stays = [
    { stay_code = "1", identity_number = "P1", hospital_name = "H", diagnosis_code = "I10", admitted_date = 2026-03-01, discharged_date = 2026-03-07 },
    { stay_code = "2", identity_number = "P2", hospital_name = "H", diagnosis_code = "I10", admitted_date = 2026-03-01, discharged_date = 2026-03-08 },
    { stay_code = "3", identity_number = "P3", hospital_name = "H", diagnosis_code = "I10", admitted_date = 2026-03-01, discharged_date = 2026-03-06 },
    { stay_code = "4", identity_number = "P4", hospital_name = "H", diagnosis_code = "I10", admitted_date = 2026-03-01, discharged_date = 2026-03-07 },
    { stay_code = "5", identity_number = "P5", hospital_name = "H", diagnosis_code = "I10", admitted_date = 2026-03-01, discharged_date = 2026-03-08 },
    { stay_code = "6", identity_number = "P6", hospital_name = "H", diagnosis_code = "I10", admitted_date = 2026-03-01, discharged_date = 2026-03-06 },
    { stay_code = "7", identity_number = "P7", hospital_name = "H", diagnosis_code = "I10", admitted_date = 2026-03-01, discharged_date = 2026-03-07 },
    { stay_code = "8", identity_number = "P8", hospital_name = "H", diagnosis_code = "I10", admitted_date = 2026-03-01, discharged_date = 2026-03-08 },
]

[[clean]]
why = { zh = "三次住院说明不了分布", en = "three stays are no distribution" }
hospital_stays = [
    { stay_code = "1", identity_number = "P1", hospital_name = "H", diagnosis_code = "I10", admitted_date = 2026-03-01, discharged_date = 2026-03-07 },
    { stay_code = "2", identity_number = "P2", hospital_name = "H", diagnosis_code = "I10", admitted_date = 2026-03-01, discharged_date = 2026-03-08 },
    { stay_code = "L", identity_number = "L", hospital_name = "H", diagnosis_code = "I10", admitted_date = 2026-03-01, discharged_date = 2026-04-10 },
]

[[skipped]]
why = { zh = "既没有出院日期，也没有天数", en = "neither discharged nor counted" }
hospital_stays = [{ stay_code = "1", identity_number = "P", hospital_name = "H", admitted_date = 2026-03-01 }]
*/
