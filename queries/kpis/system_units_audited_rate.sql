/*
title = { zh = "信息系统审计单位覆盖率", en = "Units with audited systems" }
definition = { zh = "信息系统审计报告已送达（不论年度）的单位数 ÷ 截至当日有在用信息系统的单位数", en = "Units whose systems an audit with a delivered report looked at in any year, of those with systems in use on that day" }
source = "002-7"
relation = "system_unit_as_of"
numerator = "count(*) filter (where is_system_audited)"
denominator = "count(*)"
additive = true
format = "percent"
better = "higher"
filters = ["region", "section"]
opens = "unit"
group_by = ["region", "unit"]
columns = ["unit", "region", "system_count", "system_cost_fen", "is_system_audited", "last_system_audit_date"]
*/
select * from system_unit_as_of
