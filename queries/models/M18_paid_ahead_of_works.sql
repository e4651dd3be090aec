/*
code = "M18"
version = 1
title = { zh = "付款超过工程进度", en = "Payment ahead of progress" }
risk = { zh = "钱付在活前面，施工单位停工或转移资金时无从追回，也可能是虚报进度套取资金。", en = "Money paid before the work is done cannot be had back when the contractor stops, and may have been drawn on false reports." }
logic = { zh = "逐期比较累计付款占合同金额的比例与形象进度，差额超过规定百分点的项目取差额最大的一期。", en = "In every report, the share of the contract paid is held against the physical progress; of a project whose gap exceeds the limit, the report with the widest gap is shown." }
exclusions = { zh = "合同约定的预付款可把上限相应提高后再运行。", en = "Where the contract grants an advance, run with a higher limit." }
severity = "high"
sector = "investment"
method = "limit"
key = ["project_code"]
summary = { zh = "截至{reported_date}已付合同金额的{paid_percent}%，形象进度只有{physical_percent}%，超前{gap_points}个百分点", en = "By {reported_date} {paid_percent}% of the contract were paid, the works stand at {physical_percent}%: {gap_points} points ahead" }
entity = { kind = "project", id = "project_code", name = "project_name" }
parties = [{ kind = "company", id = "contractor_name" }]
amount = "ahead_fen"
group = "contractor_name"
picture = { kind = "distribution", value = "gap_points", limit = "most_points" }

[requires.construction_progress]
columns = ["project_code", "reported_date", "physical_percent", "paid_fen", "contract_fen"]

[params.most_points]
title = { zh = "最大超前幅度", en = "Most points ahead" }
type = "number"
default = 20
least = 0
most = 100
unit = { zh = "个百分点", en = "points" }
basis = { zh = "经验值：超过20个百分点，超出通常的预付款比例", en = "From practice: more than 20 points is beyond a usual advance" }

[[basis]]
law = "建设工程价款结算暂行办法（财建〔2004〕369号）"
article = "第十三条"
is_checked = false

[[skips]]
of = "construction_progress"
where = "physical_percent is null or paid_fen is null or coalesce(contract_fen, 0) = 0"
why = { zh = "没有形象进度、已付款或合同金额", en = "No physical progress, no payment or no contract amount" }

[columns]
project_code = "construction_progress.project_code"
project_name = "construction_progress.project_name"
contractor_name = "construction_progress.contractor_name"
reported_date = "construction_progress.reported_date"
contract_fen = "construction_progress.contract_fen"
paid_fen = "construction_progress.paid_fen"
paid_percent = { title = { zh = "付款比例（%）", en = "Paid in per cent" }, type = "decimal" }
physical_percent = "construction_progress.physical_percent"
gap_points = { title = { zh = "超前百分点", en = "Points ahead" }, type = "decimal" }
ahead_fen = { title = { zh = "超前付款金额", en = "Paid ahead" }, type = "money" }

[[evidence]]
of = "construction_progress"
where = "project_code = $project_code"
marks = ["physical_percent", "paid_fen", "contract_fen"]
*/
with compared as (
    select
        project_code,
        project_name,
        contractor_name,
        reported_date,
        contract_fen,
        paid_fen,
        physical_percent,
        -- 32.2 − 12.2 is a trace above 20 where numbers are binary.
        round(cast(paid_fen as double) * 100 / contract_fen - physical_percent, 4) as gap,
        row_number() over (
            partition by project_code
            order by round(cast(paid_fen as double) * 100 / contract_fen - physical_percent, 4) desc, reported_date desc
        ) as place
    from construction_progress
    where contract_fen > 0 and physical_percent is not null and paid_fen is not null
)
select
    project_code,
    project_name,
    contractor_name,
    reported_date,
    contract_fen,
    paid_fen,
    round(cast(paid_fen as double) * 100 / contract_fen, 1) as paid_percent,
    physical_percent,
    round(gap, 1) as gap_points,
    cast(round(gap * contract_fen / 100) as bigint) as ahead_fen
from compared
where place = 1 and gap > $most_points
/*
[[flagged]]
why = { zh = "形象进度四分之一时已支付一半", en = "half is paid when a quarter is built" }
construction_progress = [{ project_code = "A", reported_date = 2026-03-31, physical_percent = 25, paid_fen = 5000, contract_fen = 10000 }]
rows = [{ project_code = "A", gap_points = 25, ahead_fen = 2500 }]

[[flagged]]
why = { zh = "后来工程赶上：列出最大的差距", en = "the works caught up later: the widest gap is told" }
construction_progress = [
    { project_code = "A", reported_date = 2026-03-31, physical_percent = 10, paid_fen = 5000, contract_fen = 10000 },
    { project_code = "A", reported_date = 2026-06-30, physical_percent = 50, paid_fen = 5000, contract_fen = 10000 },
]
rows = [{ project_code = "A", reported_date = 2026-03-31, gap_points = 40 }]

[[clean]]
why = { zh = "正好二十个百分点，没有超过", en = "exactly twenty points are not more than twenty" }
construction_progress = [{ project_code = "A", reported_date = 2026-03-31, physical_percent = 30, paid_fen = 5000, contract_fen = 10000 }]

[[clean]]
why = { zh = "32.2比12.2正好多二十个百分点", en = "32.2 are exactly twenty points more than 12.2" }
construction_progress = [{ project_code = "A", reported_date = 2026-03-31, physical_percent = 12.2, paid_fen = 3220, contract_fen = 10000 }]

[[clean]]
why = { zh = "约定三分之一预付款的，界限定得更高", en = "where an advance of a third was agreed, the limit is set higher" }
params = { most_points = 30 }
construction_progress = [{ project_code = "A", reported_date = 2026-03-31, physical_percent = 25, paid_fen = 5000, contract_fen = 10000 }]

[[skipped]]
why = { zh = "没有形象进度，无从比较", en = "without progress there is nothing to compare" }
construction_progress = [{ project_code = "A", reported_date = 2026-03-31, paid_fen = 5000, contract_fen = 10000 }]
*/
