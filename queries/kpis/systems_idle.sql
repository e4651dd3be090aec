/*
title = { zh = "闲置信息系统数", en = "Idle information systems" }
definition = { zh = "截至当日在用系统中，最近一次统计的近90天登录次数为0的个数", en = "Systems in use whose newest count has not one login in 90 days" }
source = "002-2"
relation = "information_system_as_of"
measure = "count(*)"
additive = true
format = "count"
better = "lower"
filters = ["region", "section"]
opens = "information_system"
group_by = ["region", "unit", "system_kind", "use_state", "functions", "build_mode", "use_scope", "protection_level", "assessment_state"]
columns = ["system_code", "system_name", "unit", "active_rate", "monthly_active_users", "authorised_users", "logins_90_days", "system_cost_fen", "online_date", "counted_date", "region", "system_kind", "functions"]
*/
select * from information_system_as_of where system_state = 'in_use' and use_state = 'idle'
