/*
code = "M14"
version = 1
title = { zh = "施工单位垫资建设", en = "Contractor advances the funds" }
risk = { zh = "资金没有落实就开工，由施工单位垫资，形成隐性债务和拖欠。", en = "Works begin without money and the contractor advances it: hidden debt and arrears." }
logic = { zh = "逐期计算资金余额＝到位资金－完成产值×进度款最低支付比例；余额为负即由施工单位垫资。一个项目一条，取缺口最大的一期。", en = "In every report: balance = funds in place less the least part of the works done that has to be paid. A negative balance is carried by the contractor. One row a project, at its widest gap." }
exclusions = { zh = "合同约定按节点付款的，结合节点核对；未填到位资金的无法判断。", en = "Where a contract pays by milestones, compare them; without the funds in place nothing can be judged." }
severity = "medium"
sector = "investment"
method = "limit"
key = ["project_code"]
summary = { zh = "截至{reported_date}完成产值{output_fen}，到位资金{funded_fen}，资金余额{balance_fen}", en = "By {reported_date} works of {output_fen}, funds in place {funded_fen}: balance {balance_fen}" }
entity = { kind = "project", id = "project_code", name = "project_name" }
parties = [{ kind = "company", id = "contractor_name" }]
amount = "advanced_fen"
group = "contractor_name"
picture = { kind = "bars", label = "project_name", value = "advanced_fen" }

[requires.construction_progress]
columns = ["project_code", "reported_date", "output_fen", "funded_fen"]

[params.payable_rate]
title = { zh = "进度款最低支付比例", en = "Least part of the works done to be paid" }
type = "rate"
default = 0.8
least = 0
most = 1
basis = { zh = "财建〔2022〕183号：政府投资工程进度款支付不低于已完成工程价款的80%", en = "Caijian 2022 No. 183: not less than 80% of the works done is to be paid" }

[[basis]]
law = "政府投资条例"
article = "第二十二条"
is_checked = true

[[basis]]
law = "关于完善建设工程价款结算有关办法的通知（财建〔2022〕183号）"
article = "第一条"
is_checked = false

[[skips]]
of = "construction_progress"
where = "output_fen is null or funded_fen is null"
why = { zh = "没有完成产值或到位资金", en = "No works done or no funds in place" }

[columns]
project_code = "construction_progress.project_code"
project_name = "construction_progress.project_name"
contractor_name = "construction_progress.contractor_name"
reported_date = "construction_progress.reported_date"
output_fen = "construction_progress.output_fen"
funded_fen = "construction_progress.funded_fen"
paid_fen = "construction_progress.paid_fen"
balance_fen = { title = { zh = "资金余额", en = "Balance" }, type = "money" }
advanced_fen = { title = { zh = "垫资金额", en = "Advanced" }, type = "money" }

[[evidence]]
of = "construction_progress"
where = "project_code = $project_code"
marks = ["output_fen", "funded_fen", "paid_fen"]
*/
with balances as (
    select
        *,
        cast(round(funded_fen - output_fen * $payable_rate) as bigint) as balance_fen
    from construction_progress
    where output_fen is not null and funded_fen is not null
),

placed as (
    select
        *,
        row_number() over (partition by project_code order by balance_fen, reported_date desc) as place
    from balances
)
select
    project_code,
    project_name,
    contractor_name,
    reported_date,
    output_fen,
    funded_fen,
    paid_fen,
    balance_fen,
    -balance_fen as advanced_fen
from placed
where place = 1 and balance_fen < 0
/*
[[flagged]]
why = { zh = "工程款一百，到位七十，应付八十", en = "works of a hundred, seventy in place, eighty to be paid" }
construction_progress = [{ project_code = "A", reported_date = 2026-03-31, output_fen = 10000, funded_fen = 7000 }]
rows = [{ project_code = "A", balance_fen = -1000, advanced_fen = 1000 }]

[[flagged]]
why = { zh = "资金后来到位：列出最大的缺口", en = "the funds came later: the widest gap is told" }
construction_progress = [
    { project_code = "A", reported_date = 2026-03-31, output_fen = 10000, funded_fen = 2000 },
    { project_code = "A", reported_date = 2026-06-30, output_fen = 20000, funded_fen = 20000 },
]
rows = [{ project_code = "A", reported_date = 2026-03-31, advanced_fen = 6000 }]

[[clean]]
why = { zh = "应付的正好到位", en = "just what has to be paid is in place" }
construction_progress = [{ project_code = "A", reported_date = 2026-03-31, output_fen = 10000, funded_fen = 8000 }]

[[skipped]]
why = { zh = "没有报告到位资金", en = "the funds are not reported" }
construction_progress = [{ project_code = "A", reported_date = 2026-03-31, output_fen = 10000 }]
*/
