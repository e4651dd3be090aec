/*
code = "M12"
version = 1
title = { zh = "超概算", en = "Over the approved budget" }
risk = { zh = "投资失控：概算突破估算、决算突破概算，财政被迫追加。", en = "Investment out of hand: the budget beyond the estimate, the final cost beyond the budget." }
logic = { zh = "决算金额超过批准概算（有批准的调整概算时以调整概算为准），或批准概算超过批复估算的规定比例。一个项目一条。", en = "The final cost exceeds the approved budget (the adjusted one where an adjustment was approved), or the approved budget exceeds the estimate by more than the given share. One row a project." }
exclusions = { zh = "未竣工决算的项目只比概算与估算；结算审定金额与概算的比较见 M12B。", en = "A project without final accounts is only held against its estimate; settlements are held against the budget by M12B." }
severity = "high"
sector = "investment"
method = "limit"
key = ["project_code"]
summary = { zh = "估算{estimate_fen}，概算{limit_fen}，决算{final_fen}，超出{over_fen}", en = "Estimate {estimate_fen}, approved budget {limit_fen}, final cost {final_fen}: {over_fen} too much" }
entity = { kind = "project", id = "project_code", name = "project_name" }
parties = [{ kind = "unit", id = "builder_name" }, { kind = "company", id = "contractor_name" }]
amount = "over_fen"
group = "builder_name"
picture = { kind = "bars", label = "project_name", value = "over_fen" }

[requires.investment_projects]
columns = ["project_code", "budget_fen"]

[params.most_over_budget]
title = { zh = "决算超概算允许比例", en = "Final cost above the budget, allowed" }
type = "rate"
default = 0
least = 0
most = 1
basis = { zh = "政府投资条例第二十三条：原则上不得超过经核定的投资概算", en = "Ordinance on Government Investment, article 23: as a rule not above the approved budget" }

[params.most_over_estimate]
title = { zh = "概算超估算允许比例", en = "Budget above the estimate, allowed" }
type = "rate"
default = 0.1
least = 0
most = 1
basis = { zh = "政府投资条例第十二条：概算超过可研报告提出的投资估算10%的，可以要求重新报送可研报告", en = "Ordinance on Government Investment, article 12: beyond 10% the feasibility report may have to be handed in anew" }

[[basis]]
law = "政府投资条例"
article = "第二十三条"
is_checked = true

[[basis]]
law = "政府投资条例"
article = "第十二条"
is_checked = false

[[skips]]
of = "investment_projects"
where = "coalesce(adjusted_budget_fen, budget_fen) is null"
why = { zh = "没有批复概算", en = "No approved budget" }

[[skips]]
of = "investment_projects"
where = "coalesce(adjusted_budget_fen, budget_fen) is not null and final_fen is null and (estimate_fen is null or budget_fen is null)"
why = { zh = "既无决算，也无法比较概算与估算", en = "No final accounts, and no estimate to hold the budget against" }

[columns]
project_code = "investment_projects.project_code"
project_name = "investment_projects.project_name"
builder_name = "investment_projects.builder_name"
contractor_name = "investment_projects.contractor_name"
estimate_fen = "investment_projects.estimate_fen"
limit_fen = { title = { zh = "有效概算", en = "Budget that holds" }, type = "money" }
final_fen = "investment_projects.final_fen"
is_over_budget = { title = { zh = "是否决算超概算", en = "Final cost above the budget" }, type = "flag" }
is_over_estimate = { title = { zh = "是否概算超估算", en = "Budget above the estimate" }, type = "flag" }
over_fen = { title = { zh = "超出金额", en = "Too much" }, type = "money" }

[[evidence]]
of = "investment_projects"
where = "project_code = $project_code"
marks = ["estimate_fen", "budget_fen", "adjusted_budget_fen", "final_fen"]
*/
with limits as (
    select
        *,
        coalesce(adjusted_budget_fen, budget_fen) as limit_fen,
        coalesce(
            final_fen > coalesce(adjusted_budget_fen, budget_fen) * (1 + $most_over_budget), false
        ) as is_over_budget,
        coalesce(budget_fen > estimate_fen * (1 + $most_over_estimate), false) as is_over_estimate
    from investment_projects
)
select
    project_code,
    project_name,
    builder_name,
    contractor_name,
    estimate_fen,
    limit_fen,
    final_fen,
    is_over_budget,
    is_over_estimate,
    case when is_over_budget then final_fen - limit_fen else budget_fen - estimate_fen end as over_fen
from limits
where is_over_budget or is_over_estimate
/*
[[flagged]]
why = { zh = "决算比概算多一元", en = "the final cost is one yuan above the budget" }
investment_projects = [{ project_code = "A", estimate_fen = 10000, budget_fen = 10000, final_fen = 10100 }]
rows = [{ project_code = "A", is_over_budget = true, is_over_estimate = false, over_fen = 100 }]

[[flagged]]
why = { zh = "概算比估算多五分之一", en = "the budget is a fifth above the estimate" }
investment_projects = [{ project_code = "A", estimate_fen = 10000, budget_fen = 12000 }]
rows = [{ project_code = "A", is_over_budget = false, is_over_estimate = true, over_fen = 2000 }]

[[clean]]
why = { zh = "正好比估算多十分之一，且正好等于概算", en = "exactly a tenth above the estimate, and just at the budget" }
investment_projects = [{ project_code = "A", estimate_fen = 10000, budget_fen = 11000, final_fen = 11000 }]

[[clean]]
why = { zh = "调整概算已经批准", en = "an adjusted budget was approved" }
investment_projects = [{ project_code = "A", estimate_fen = 10000, budget_fen = 10000, adjusted_budget_fen = 12000, final_fen = 11900 }]

[[skipped]]
why = { zh = "从未批准过概算", en = "no budget was ever approved" }
investment_projects = [{ project_code = "A", estimate_fen = 10000, final_fen = 20000 }]

[[skipped]]
why = { zh = "只有概算，没有可对照的", en = "a budget alone can be held against nothing" }
investment_projects = [{ project_code = "A", budget_fen = 10000 }]
*/
