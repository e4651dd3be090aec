/*
code = "M43"
version = 1
title = { zh = "同一服务重复结算", en = "Repeat billing" }
risk = { zh = "同一次服务换一个结算编号再报一次，基金付两遍。", en = "One service claimed again under another number: the fund pays twice." }
logic = { zh = "同一参保人、同一项目，出现在不同结算编号中，金额相差不超过规定比例；两次都有费用日期的，相隔不超过规定天数。列出后一次。", en = "The same item of one insured person stands in two claims, the amounts within the given share of each other; where both have a date of service, within the given days. The later claim is listed." }
exclusions = { zh = "没有费用日期的无从判断先后和间隔，只按编号先后列出，误报较多，如定期的化疗、透析。", en = "Without dates neither order nor distance can be told: the claim with the higher number is listed, and regular treatments (chemotherapy, dialysis) are met as well." }
severity = "high"
sector = "medical_insurance"
method = "duplicates"
key = ["claim_code", "item_name"]
summary = { zh = "{item_name}已在{before_claim_code}结算过{before_fen}，本次{amount_fen}", en = "{item_name} was claimed in {before_claim_code} with {before_fen}, here with {amount_fen}" }
entity = { kind = "person", id = "person" }
parties = [{ kind = "person", id = "person" }, { kind = "unit", id = "hospital_name" }]
amount = "amount_fen"
group = "item_name"
picture = { kind = "bars", label = "item_name", value = "amount_fen" }

[requires.claims]
columns = ["claim_code", "item_name", "amount_fen"]

[params.most_days]
title = { zh = "最大间隔", en = "Most days between" }
type = "whole"
default = 15
least = 0
most = 365
unit = { zh = "天", en = "days" }
basis = { zh = "经验值：半个月内同项目同金额再次结算应核查", en = "From practice: the same item and amount within half a month deserves a look" }

[params.most_apart]
title = { zh = "金额最大相差", en = "Amounts apart at most" }
type = "rate"
default = 0.1
least = 0
most = 1
basis = { zh = "经验值：同一服务的价格波动多在10%以内，重复结算时金额常略作改动", en = "From practice: the price of one service varies within 10%, and a repeated bill is often changed a little" }

[[basis]]
law = "医疗保障基金使用监督管理条例"
article = "第十五条、第三十八条"
says = { zh = "不得重复收费。", en = "No double charges." }
is_checked = false

[[skips]]
of = "claims"
where = "item_name is null or coalesce(identity_number, person_code) is null"
why = { zh = "没有项目名称或参保人", en = "No item or no insured person" }

[columns]
claim_code = "claims.claim_code"
person = { title = { zh = "参保人", en = "Insured person" }, type = "text", mask = "identity" }
hospital_name = "claims.hospital_name"
item_name = "claims.item_name"
diagnosis_name = "claims.diagnosis_name"
service_date = "claims.service_date"
amount_fen = "claims.amount_fen"
before_claim_code = { source = "claims.claim_code", title = { zh = "前次结算编号", en = "Claim before" } }
before_date = { source = "claims.service_date", title = { zh = "前次费用日期", en = "Date before" } }
before_fen = { source = "claims.amount_fen", title = { zh = "前次金额", en = "Amount before" } }

[[evidence]]
of = "claims"
where = "claim_code in ($claim_code, $before_claim_code) and item_name = $item_name"
marks = ["claim_code", "item_name", "amount_fen", "service_date"]
*/
with lines as (
    select
        claim_code,
        item_name,
        min(coalesce(identity_number, person_code)) as person,
        min(hospital_name) as hospital_name,
        min(diagnosis_name) as diagnosis_name,
        min(service_date) as service_date,
        max(amount_fen) as amount_fen
    from claims
    where item_name is not null and coalesce(identity_number, person_code) is not null and amount_fen > 0
    group by claim_code, item_name
),

pairs as (
    select
        later.*,
        earlier.claim_code as before_claim_code,
        earlier.service_date as before_date,
        earlier.amount_fen as before_fen,
        row_number() over (
            partition by later.claim_code, later.item_name
            order by earlier.service_date desc, earlier.claim_code desc
        ) as place
    from lines as later
    inner join lines as earlier
        on
            later.person = earlier.person
            and later.item_name = earlier.item_name
            and later.claim_code <> earlier.claim_code
    where
        abs(later.amount_fen - earlier.amount_fen) <= earlier.amount_fen * $most_apart
        and (
            (
                date_diff('day', earlier.service_date, later.service_date) between 0 and $most_days
                and (later.service_date > earlier.service_date or later.claim_code > earlier.claim_code)
            )
            or ((later.service_date is null or earlier.service_date is null) and later.claim_code > earlier.claim_code)
        )
)
select
    claim_code,
    person,
    hospital_name,
    item_name,
    diagnosis_name,
    service_date,
    amount_fen,
    before_claim_code,
    before_date,
    before_fen
from pairs
where place = 1
/*
[[flagged]]
why = { zh = "三天后以另一单号出现的同一检查", en = "the same examination, three days later under another number" }
claims = [
    { claim_code = "1", identity_number = "P", item_name = "CT", service_date = 2026-03-01, amount_fen = 10000 },
    { claim_code = "2", identity_number = "P", item_name = "CT", service_date = 2026-03-04, amount_fen = 10100 },
]
rows = [{ claim_code = "2", before_claim_code = "1", before_fen = 10000 }]

[[flagged]]
why = { zh = "没有日期时，按单号判断哪一张在后", en = "without dates the number decides which is the later one" }
claims = [
    { claim_code = "CLM2", person_code = "P", item_name = "CT", amount_fen = 10000 },
    { claim_code = "CLM1", person_code = "P", item_name = "CT", amount_fen = 10000 },
]
rows = [{ claim_code = "CLM2", before_claim_code = "CLM1" }]

[[clean]]
why = { zh = "一个月后、金额、项目或人员不同，以及同一结算单的两行", en = "a month later, another amount, another item, another person, two lines of one claim" }
claims = [
    { claim_code = "1", item_number = "1", identity_number = "P", item_name = "CT", service_date = 2026-03-01, amount_fen = 10000 },
    { claim_code = "1", item_number = "2", identity_number = "P", item_name = "CT", service_date = 2026-03-01, amount_fen = 10000 },
    { claim_code = "2", identity_number = "P", item_name = "CT", service_date = 2026-04-01, amount_fen = 10000 },
    { claim_code = "3", identity_number = "P", item_name = "CT", service_date = 2026-03-02, amount_fen = 8900 },
    { claim_code = "4", identity_number = "P", item_name = "MR", service_date = 2026-03-02, amount_fen = 10000 },
    { claim_code = "5", identity_number = "Q", item_name = "CT", service_date = 2026-03-02, amount_fen = 10000 },
]

[[skipped]]
why = { zh = "结算单没有明细", en = "a claim without its items" }
claims = [{ claim_code = "1", identity_number = "P", amount_fen = 10000 }]
*/
