/*
code = "M11"
version = 1
title = { zh = "合同签订与中标结果不符", en = "Contract before, long after or unlike the award" }
risk = { zh = "先签合同后定标是走过场；久拖不签或者改价签约，背离了中标结果。", en = "A contract before the award makes the tender a show; one long after it, or at another price, departs from it." }
logic = { zh = "合同签订早于中标通知，或者晚于中标通知规定天数以上，或者合同金额与中标金额相差超过规定比例。合同未填中标日期的取招标台账的定标日期。", en = "The contract was signed before the award notice, or more than so many days after it, or its amount differs from the award by more than a share. Where the contract has no award date that of the tender counts." }
exclusions = { zh = "补充合同不计。一个招标项目分签几份合同的，只比较日期，不比较金额。", en = "Supplementary contracts do not count. Where a tender has several contracts only dates are compared." }
severity = "medium"
sector = "procurement"
method = "sequence"
key = ["contract_code"]
summary = { zh = "{faults}：中标 {award_date}，签订 {signed_date}", en = "{faults}: awarded {award_date}, signed {signed_date}" }
entity = { kind = "contract", id = "contract_code", name = "contract_name" }
parties = [{ kind = "unit", id = "buyer_name" }, { kind = "company", id = "supplier_id", name = "supplier_name" }]
amount = "contract_fen"
group = "buyer_name"
picture = { kind = "timeline", start = "award_date", end = "signed_date", label = "contract_code" }

[requires.contracts]
columns = ["contract_code", "signed_date"]

[requires.tenders]
is_optional = true
columns = ["tender_code", "award_date", "award_fen"]

[params.most_days]
title = { zh = "最多天数", en = "Most days" }
type = "whole"
default = 30
least = 0
most = 3650
unit = { zh = "天", en = "days" }
basis = { zh = "招标投标法第四十六条：自中标通知书发出之日起三十日内订立书面合同", en = "Bidding Law, article 46: a written contract within thirty days of the award notice" }

[params.most_difference]
title = { zh = "金额最多相差", en = "Most difference in price" }
type = "rate"
default = 0
least = 0
most = 1
basis = { zh = "招标投标法第四十六条：不得再行订立背离合同实质性内容的其他协议；缺省一分不差", en = "Bidding Law, article 46: no agreement that departs from the award; by default not a cent" }

[[basis]]
law = "中华人民共和国招标投标法"
article = "第四十六条"
is_checked = false

[[skips]]
of = "contracts"
where = "main_contract_code is null and tender_code is not null and (signed_date is null or (award_date is null and tender_code not in (select tender_code from tenders where tender_code is not null and award_date is not null)))"
why = { zh = "招标的合同没有签订日期或中标日期", en = "A tendered contract without its date or that of the award" }

[columns]
contract_code = "contracts.contract_code"
contract_name = "contracts.contract_name"
tender_code = "contracts.tender_code"
buyer_name = "contracts.buyer_name"
supplier_name = "contracts.supplier_name"
supplier_id = { title = { zh = "乙方识别号", en = "Supplier's number" }, type = "text" }
faults = { title = { zh = "不符之处", en = "What is wrong" }, type = "text", words = { "先于中标签订" = "signed before the award", "逾期签订" = "signed late", "金额与中标不符" = "amount differs from the award" } }
award_date = "contracts.award_date"
signed_date = "contracts.signed_date"
days = { title = { zh = "中标至签订天数", en = "Days from award to signing" }, type = "whole" }
award_fen = { title = { zh = "中标金额", en = "Award amount" }, type = "money" }
contract_fen = "contracts.contract_fen"

[[evidence]]
of = "contracts"
where = "contract_code = $contract_code"
marks = ["award_date", "signed_date", "contract_fen"]

[[evidence]]
of = "tenders"
where = "tender_code = $tender_code"
marks = ["award_date", "award_fen"]
*/
with awarded as (
    select tender_code, max(award_date) as award_date, max(award_fen) as award_fen
    from tenders
    where tender_code is not null
    group by tender_code
),

dated as (
    select
        contracts.contract_code,
        contracts.contract_name,
        contracts.tender_code,
        contracts.buyer_name,
        contracts.supplier_name,
        coalesce(contracts.supplier_code, contracts.supplier_name) as supplier_id,
        coalesce(contracts.award_date, awarded.award_date) as award_date,
        contracts.signed_date,
        date_diff('day', coalesce(contracts.award_date, awarded.award_date), contracts.signed_date) as days,
        case
            when count(*) over (partition by contracts.tender_code) = 1 then awarded.award_fen
        end as award_fen,
        contracts.contract_fen
    from contracts
    left join awarded on contracts.tender_code = awarded.tender_code
    where contracts.main_contract_code is null
),

judged as (
    select
        *,
        coalesce(days < 0, false) as is_early,
        coalesce(days > $most_days, false) as is_late,
        coalesce(abs(contract_fen - award_fen) > award_fen * $most_difference, false) as is_other
    from dated
)

select
    contract_code,
    contract_name,
    tender_code,
    buyer_name,
    supplier_name,
    supplier_id,
    case when is_early then '先于中标签订' when is_late then '逾期签订' else '' end
    || case when (is_early or is_late) and is_other then '、' else '' end
    || case when is_other then '金额与中标不符' else '' end as faults,
    award_date,
    signed_date,
    days,
    award_fen,
    contract_fen
from judged
where is_early or is_late or is_other
/*
[[flagged]]
why = { zh = "定标前一天签订", en = "signed a day before the award" }
contracts = [{ contract_code = "A", award_date = 2026-03-02, signed_date = 2026-03-01 }]
rows = [{ contract_code = "A", faults = "先于中标签订", days = -1 }]

[[flagged]]
why = { zh = "三十一天，多一天；从招标得知定标日期", en = "thirty-one days are one too many; the award is known from the tender" }
tenders = [{ tender_code = "T", award_date = 2026-03-01 }]
contracts = [{ contract_code = "A", tender_code = "T", signed_date = 2026-04-01 }]
rows = [{ contract_code = "A", faults = "逾期签订", days = 31 }]

[[flagged]]
why = { zh = "按期签订，但高于中标价", en = "in time, but dearer than the award" }
tenders = [{ tender_code = "T", award_date = 2026-03-01, award_fen = 100 }]
contracts = [{ contract_code = "A", tender_code = "T", signed_date = 2026-03-10, contract_fen = 120 }]
rows = [{ contract_code = "A", faults = "金额与中标不符" }]

[[clean]]
why = { zh = "第三十天，按中标价签订", en = "thirty days, at the price of the award" }
tenders = [{ tender_code = "T", award_date = 2026-03-01, award_fen = 100 }]
contracts = [{ contract_code = "A", tender_code = "T", signed_date = 2026-03-31, contract_fen = 100 }]

[[clean]]
why = { zh = "一次招标的两份合同分担中标价", en = "two contracts of one tender share its price" }
tenders = [{ tender_code = "T", award_date = 2026-03-01, award_fen = 100 }]
contracts = [{ contract_code = "A", tender_code = "T", signed_date = 2026-03-31, contract_fen = 60 }, { contract_code = "B", tender_code = "T", signed_date = 2026-03-31, contract_fen = 40 }]

[[clean]]
why = { zh = "补充合同本来就在其后", en = "a supplement comes later by its nature" }
contracts = [{ contract_code = "A", main_contract_code = "B", award_date = 2026-03-01, signed_date = 2026-08-01 }]

[[skipped]]
why = { zh = "不知道何时定标", en = "nobody knows when it was awarded" }
contracts = [{ contract_code = "A", tender_code = "T", signed_date = 2026-03-31 }]
*/
