/*
title = { zh = "信息系统预算执行率", en = "Execution of the systems' budgets" }
definition = { zh = "累计支出 ÷ 预算安排，只计两项都有的；没有支出统计的不计；可以超过100%", en = "Spending over budget, of what has both; can exceed 100 %" }
source = "002-1"
relation = "system_money_as_of"
numerator = "sum(spent_fen)"
denominator = "sum(budget_fen)"
additive = true
format = "percent"
better = "higher"
filters = ["year", "region", "section"]
opens = "information_system"
group_by = ["plan_year", "region", "unit", "information_system", "money_purpose", "fund_source", "system_kind"]
columns = ["system_code", "system_name", "unit", "region", "plan_year", "money_purpose", "fund_source", "budget_fen", "spent_fen", "budget_executed_rate", "counted_date"]
*/
select * from system_money_as_of where budget_fen > 0 and spent_fen is not null
