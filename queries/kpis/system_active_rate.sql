/*
title = { zh = "信息系统月活跃率", en = "Active users of systems" }
definition = { zh = "在用系统月活跃用户数之和 ÷ 授权用户数之和；缺任一项统计的系统不计", en = "Active users of the month over authorised users, both summed over the systems in use that have both counts" }
source = "002-2"
relation = "information_system_as_of"
numerator = "sum(monthly_active_users)"
denominator = "sum(authorised_users)"
additive = true
format = "percent"
better = "higher"
filters = ["region", "section"]
opens = "information_system"
group_by = ["region", "unit", "system_kind", "use_state", "functions", "build_mode", "use_scope", "protection_level", "assessment_state"]
columns = ["system_code", "system_name", "unit", "active_rate", "monthly_active_users", "authorised_users", "logins_90_days", "system_cost_fen", "online_date", "counted_date", "region", "system_kind", "functions"]
*/
select *
from information_system_as_of
where system_state = 'in_use' and authorised_users > 0 and monthly_active_users is not null
