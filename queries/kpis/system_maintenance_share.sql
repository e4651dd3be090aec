/*
title = { zh = "信息系统运维占比", en = "Share of operation and maintenance" }
definition = { zh = "运行维护支出 ÷ 信息系统全部支出（开发建设、运行维护、安全防护）", en = "Spending on operation and maintenance over all spending on information systems" }
source = "002-1"
relation = "system_money_as_of"
numerator = "sum(spent_fen) filter (where money_purpose = 'maintenance')"
denominator = "sum(spent_fen)"
additive = true
format = "percent"
better = "lower"
filters = ["year", "region", "section"]
opens = "information_system"
group_by = ["plan_year", "region", "unit", "information_system", "money_purpose", "fund_source", "system_kind"]
columns = ["system_code", "system_name", "unit", "region", "plan_year", "money_purpose", "fund_source", "budget_fen", "spent_fen", "budget_executed_rate", "counted_date"]
*/
select * from system_money_as_of where spent_fen > 0
