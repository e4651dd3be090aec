/*
code = "M12B"
version = 1
title = { zh = "结算超概算", en = "Settlements over the approved budget" }
risk = { zh = "结算审定金额突破概算，超支已成事实而概算未调。", en = "The settlements exceed the approved budget: spent already, and nobody approved it." }
logic = { zh = "同一项目各份结算的审定金额之和，超过该项目的概算金额。", en = "What was approved over all settlements of a project exceeds its approved budget." }
exclusions = { zh = "审定金额为空的结算按零计，并列为无法判断，待审定后再比。", en = "A settlement that is not approved yet counts as nothing and is listed as not judged." }
severity = "high"
sector = "investment"
method = "limit"
key = ["project_code"]
summary = { zh = "{settlement_count}份结算审定{settled_fen}，概算{limit_fen}，超出{over_fen}", en = "{settlement_count} settlements of {settled_fen} against a budget of {limit_fen}: {over_fen} too much" }
entity = { kind = "project", id = "project_code", name = "project_name" }
parties = [{ kind = "unit", id = "builder_name" }, { kind = "company", id = "contractor_name" }]
amount = "over_fen"
group = "builder_name"
picture = { kind = "bars", label = "project_name", value = "over_fen" }

[requires.construction_settlements]
columns = ["project_code", "approved_fen", "budget_fen"]

[params.most_over_budget]
title = { zh = "允许超出比例", en = "Allowed above the budget" }
type = "rate"
default = 0
least = 0
most = 1
basis = { zh = "政府投资条例第二十三条：原则上不得超过经核定的投资概算", en = "Ordinance on Government Investment, article 23: as a rule not above the approved budget" }

[[basis]]
law = "政府投资条例"
article = "第二十三条"
is_checked = true

[[skips]]
of = "construction_settlements"
where = "budget_fen is null"
why = { zh = "没有概算金额", en = "No approved budget" }

[[skips]]
of = "construction_settlements"
where = "budget_fen is not null and approved_fen is null"
why = { zh = "结算尚未审定", en = "Not approved yet" }

[columns]
project_code = "construction_settlements.project_code"
project_name = "construction_settlements.project_name"
builder_name = "construction_settlements.builder_name"
contractor_name = "construction_settlements.contractor_name"
settlement_count = { title = { zh = "结算份数", en = "Settlements" }, type = "whole" }
limit_fen = "construction_settlements.budget_fen"
settled_fen = { title = { zh = "审定合计", en = "Approved in all" }, type = "money" }
over_fen = { title = { zh = "超出金额", en = "Too much" }, type = "money" }

[[evidence]]
of = "construction_settlements"
where = "project_code = $project_code"
marks = ["approved_fen", "budget_fen"]
*/
select
    project_code,
    min(project_name) as project_name,
    min(builder_name) as builder_name,
    min(contractor_name) as contractor_name,
    count(*) as settlement_count,
    max(budget_fen) as limit_fen,
    cast(sum(approved_fen) as bigint) as settled_fen,
    cast(sum(approved_fen) - max(budget_fen) as bigint) as over_fen
from construction_settlements
group by project_code
having sum(approved_fen) > max(budget_fen) * (1 + $most_over_budget)
/*
[[flagged]]
why = { zh = "两项结算合计超过概算", en = "two settlements together exceed the budget" }
construction_settlements = [
    { settlement_code = "1", project_code = "A", approved_fen = 6000, budget_fen = 10000 },
    { settlement_code = "2", project_code = "A", approved_fen = 5000, budget_fen = 10000 },
]
rows = [{ project_code = "A", settlement_count = 2, over_fen = 1000 }]

[[clean]]
why = { zh = "正好等于概算", en = "just the budget" }
construction_settlements = [{ settlement_code = "1", project_code = "A", approved_fen = 10000, budget_fen = 10000 }]

[[clean]]
why = { zh = "允许结算超出二十分之一", en = "where a twentieth may be settled above it" }
params = { most_over_budget = 0.05 }
construction_settlements = [{ settlement_code = "1", project_code = "A", approved_fen = 10500, budget_fen = 10000 }]

[[skipped]]
why = { zh = "没有可比较的概算", en = "no budget to compare" }
construction_settlements = [{ settlement_code = "1", project_code = "A", approved_fen = 10000 }]

[[skipped]]
why = { zh = "尚未批准的不能相加", en = "what is not approved yet cannot be added up" }
construction_settlements = [{ settlement_code = "1", project_code = "A", budget_fen = 10000 }]
*/
