/*
title = { zh = "投资项目超概算率", en = "Projects above the approved budget" }
definition = { zh = "已知成本超过已批概算的项目数 ÷ 有已批概算和已知成本的项目数；已知成本取竣工财务决算，没有的取结算审定，再没有的取合同加变更与已支付中的较大者（只会更大）；恰好相等不算超；不含已取消的；年度按立项批复年度", en = "Projects whose known cost exceeds the approved budget, of those with both; known is the cost of the final accounts, else of the audited settlement, else the larger of contract with changes and payments, which can only grow; just the budget is not above it; without cancelled ones; the year is that of the approval" }
source = "001-11"
relation = "investment_as_of"
numerator = "count(*) filter (where cost_fen > approved_budget_fen)"
denominator = "count(*)"
additive = true
format = "percent"
better = "lower"
filters = ["year", "region", "section"]
opens = "investment"
group_by = ["plan_year", "region", "unit", "investment_sector", "contractor", "investment_state"]
columns = ["investment_code", "investment", "investment_state", "investment_sector", "region", "investment_owner", "contractor", "approved_budget_fen", "agreed_fen", "paid_fen", "settled_fen", "accounted_fen", "cost_fen", "overrun_rate"]
*/
select * from investment_as_of where not is_cancelled and approved_budget_fen is not null and cost_fen is not null
