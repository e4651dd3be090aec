/*
title = { zh = "信息系统支出", en = "Spending on information systems" }
definition = { zh = "各年度信息系统累计支出之和，截至当日最新的一次；年度是预算年度，包括开发建设、运行维护、安全防护", en = "Sum of what was spent on information systems in each year, as newest on that day: construction, operation and maintenance, security; the year is that of the budget" }
source = "002-1"
relation = "system_money_as_of"
measure = "sum(spent_fen)"
additive = true
format = "fen"
filters = ["year", "region", "section"]
opens = "information_system"
group_by = ["plan_year", "region", "unit", "information_system", "money_purpose", "fund_source", "system_kind"]
columns = ["system_code", "system_name", "unit", "region", "plan_year", "money_purpose", "fund_source", "budget_fen", "spent_fen", "budget_executed_rate", "counted_date"]
*/
select * from system_money_as_of where spent_fen is not null
