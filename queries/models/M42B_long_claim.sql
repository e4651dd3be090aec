/*
code = "M42B"
version = 1
title = { zh = "结算单住院天数异常", en = "Days of a claim out of line" }
risk = { zh = "挂床、压床或拖延出院，多占床位和基金。", en = "Beds held longer than the illness needs, at the cost of the fund." }
logic = { zh = "住院天数高于同就医类别的上四分位数加规定倍数四分位距，且不少于规定天数；门诊而有多日住院天数的一并列出。", en = "The days exceed the third quartile of the same kind of visit by the given multiple of the quartile distance, and are not fewer than given; an outpatient visit of several days is listed as well." }
exclusions = { zh = "同类少于规定件数的不算界限；精神、康复、长期护理另行运行。", en = "A kind with too few cases has no fence; psychiatry, rehabilitation and long-term care are to be run apart." }
severity = "medium"
sector = "medical_insurance"
method = "distribution"
key = ["claim_code"]
summary = { zh = "住{stay_days}天，同类上限{fence_days}天", en = "{stay_days} days, fence of its kind {fence_days}" }
entity = { kind = "person", id = "person", name = "person" }
parties = [{ kind = "person", id = "person", name = "person" }, { kind = "unit", id = "hospital_name" }]
amount = "amount_fen"
group = "diagnosis_name"
picture = { kind = "distribution", value = "stay_days", limit = "fence_days" }

[requires.claims]
columns = ["claim_code", "stay_days", "amount_fen"]

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
default = 4
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
of = "claims"
where = "stay_days is null"
why = { zh = "没有住院天数", en = "No days of stay" }

[columns]
claim_code = "claims.claim_code"
person = { title = { zh = "参保人", en = "Insured person" }, type = "text", mask = "identity" }
hospital_name = "claims.hospital_name"
visit_kind = "claims.visit_kind"
diagnosis_name = "claims.diagnosis_name"
is_outpatient = { title = { zh = "是否门诊", en = "Outpatient" }, type = "flag" }
stay_days = { title = { zh = "住院天数", en = "Days of stay" }, type = "whole" }
fence_days = { title = { zh = "同类上限（天）", en = "Fence of its kind, days" }, type = "decimal" }
amount_fen = "claims.amount_fen"

[[evidence]]
of = "claims"
where = "claim_code = $claim_code"
marks = ["stay_days", "visit_kind", "diagnosis_name"]
*/
with counted as (
    select
        *,
        coalesce(visit_kind, '') as kind,
        stay_days as counted_days
    from claims
    where stay_days is not null
),

once as (
    -- A claim has one line an item; its days are counted once.
    select
        claim_code,
        min(coalesce(identity_number, person_code)) as person,
        min(hospital_name) as hospital_name,
        min(visit_kind) as visit_kind,
        min(diagnosis_name) as diagnosis_name,
        min(kind) as kind,
        max(counted_days) as counted_days,
        cast(sum(amount_fen) as bigint) as amount_fen,
        coalesce(
            min(visit_kind) like '%门诊%' or lower(min(visit_kind)) in ('outpatient', 'rawat jalan'), false
        ) as is_outpatient
    from counted
    group by claim_code
),

fences as (
    select
        kind,
        quantile_cont(counted_days, 0.75)
        + $multiple * (quantile_cont(counted_days, 0.75) - quantile_cont(counted_days, 0.25)) as fence_days
    from once
    group by kind
    having count(*) >= $least_count
)
select
    claim_code,
    person,
    hospital_name,
    visit_kind,
    diagnosis_name,
    is_outpatient,
    counted_days as stay_days,
    round(fences.fence_days, 1) as fence_days,
    amount_fen
from once
left join fences on once.kind = fences.kind
where (counted_days > fences.fence_days and counted_days >= $least_days) or (is_outpatient and counted_days > 1)
/*
[[flagged]]
why = { zh = "两三天的结算单中有一张九天", en = "nine days among claims of two and three" }
claims = [
    { claim_code = "1", person_code = "P1", visit_kind = "住院", amount_fen = 100, stay_days = 3 },
    { claim_code = "2", person_code = "P2", visit_kind = "住院", amount_fen = 100, stay_days = 2 },
    { claim_code = "3", person_code = "P3", visit_kind = "住院", amount_fen = 100, stay_days = 3 },
    { claim_code = "4", person_code = "P4", visit_kind = "住院", amount_fen = 100, stay_days = 2 },
    { claim_code = "5", person_code = "P5", visit_kind = "住院", amount_fen = 100, stay_days = 3 },
    { claim_code = "6", person_code = "P6", visit_kind = "住院", amount_fen = 100, stay_days = 2 },
    { claim_code = "7", person_code = "P7", visit_kind = "住院", amount_fen = 100, stay_days = 3 },
    { claim_code = "8", person_code = "P8", visit_kind = "住院", amount_fen = 100, stay_days = 2 },
    { claim_code = "L", person_code = "L", visit_kind = "住院", amount_fen = 100, stay_days = 9 },
]
rows = [{ claim_code = "L", stay_days = 9 }]

[[flagged]]
why = { zh = "门诊六天；一张结算单的两行是一条疑点", en = "an outpatient visit of six days; two lines of one claim are one suspect" }
claims = [
    { claim_code = "1", item_number = "1", person_code = "P", visit_kind = "门诊", amount_fen = 100, stay_days = 6 },
    { claim_code = "1", item_number = "2", person_code = "P", visit_kind = "门诊", amount_fen = 50, stay_days = 6 },
]
rows = [{ claim_code = "1", stay_days = 6, amount_fen = 150, is_outpatient = true }]

[[clean]]
why = { zh = "门诊一天，以及通常长度的住院", en = "an outpatient visit of a day, and stays of usual length" }
claims = [
    { claim_code = "1", person_code = "P1", visit_kind = "住院", amount_fen = 100, stay_days = 3 },
    { claim_code = "2", person_code = "P2", visit_kind = "住院", amount_fen = 100, stay_days = 2 },
    { claim_code = "3", person_code = "P3", visit_kind = "住院", amount_fen = 100, stay_days = 3 },
    { claim_code = "4", person_code = "P4", visit_kind = "住院", amount_fen = 100, stay_days = 2 },
    { claim_code = "5", person_code = "P5", visit_kind = "住院", amount_fen = 100, stay_days = 3 },
    { claim_code = "6", person_code = "P6", visit_kind = "住院", amount_fen = 100, stay_days = 2 },
    { claim_code = "7", person_code = "P7", visit_kind = "住院", amount_fen = 100, stay_days = 3 },
    { claim_code = "8", person_code = "P8", visit_kind = "住院", amount_fen = 100, stay_days = 2 },
    { claim_code = "M", person_code = "M", visit_kind = "门诊", amount_fen = 100, stay_days = 1 },
]

[[skipped]]
why = { zh = "结算单没有写明时长", en = "the claim does not say how long" }
claims = [{ claim_code = "1", person_code = "P", amount_fen = 100 }]
*/
