/*
title = { zh = "信息系统闲置率", en = "Share of systems idle" }
definition = { zh = "近90天登录次数为0的在用系统数 ÷ 有登录次数统计的在用系统数；没有统计的不计", en = "Systems in use without a login in 90 days, of those whose logins are counted; the others do not count" }
source = "002-2"
relation = "information_system_as_of"
numerator = "count(*) filter (where logins_90_days = 0)"
denominator = "count(*)"
additive = true
format = "percent"
better = "lower"
filters = ["region", "section"]
opens = "information_system"
group_by = ["region", "unit", "system_kind", "use_state", "functions", "build_mode", "use_scope", "protection_level", "assessment_state"]
columns = ["system_code", "system_name", "unit", "active_rate", "monthly_active_users", "authorised_users", "logins_90_days", "system_cost_fen", "online_date", "counted_date", "region", "system_kind", "functions"]
*/
select * from information_system_as_of where system_state = 'in_use' and logins_90_days is not null
