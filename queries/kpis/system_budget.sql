/*
title = { zh = "信息系统预算", en = "Budget of information systems" }
definition = { zh = "各年度信息系统预算安排之和，截至当日最新的一次；年度是预算年度", en = "Sum of the budgets of information systems, as newest on that day; the year is that of the budget" }
source = "002-1"
relation = "system_money_as_of"
measure = "sum(budget_fen)"
additive = true
format = "fen"
filters = ["year", "region", "section"]
opens = "information_system"
group_by = ["plan_year", "region", "unit", "information_system", "money_purpose", "fund_source", "system_kind"]
columns = ["system_code", "system_name", "unit", "region", "plan_year", "money_purpose", "fund_source", "budget_fen", "spent_fen", "budget_executed_rate", "counted_date"]
*/
select * from system_money_as_of where budget_fen is not null
