/*
title = { zh = "信息系统低效使用率", en = "Share of systems hardly used" }
definition = { zh = "月活跃用户不到授权用户10%的在用系统数 ÷ 有两项统计的在用系统数；闲置的也计入；正好10%不算", en = "Systems in use with fewer active users in the month than a tenth of the authorised ones, of those with both counts; idle ones among them; just a tenth is enough" }
source = "002-2"
relation = "information_system_as_of"
numerator = "count(*) filter (where monthly_active_users < 0.1 * authorised_users)"
denominator = "count(*)"
additive = true
format = "percent"
better = "lower"
filters = ["region", "section"]
opens = "information_system"
group_by = ["region", "unit", "system_kind", "use_state", "functions", "build_mode", "use_scope", "protection_level", "assessment_state"]
columns = ["system_code", "system_name", "unit", "active_rate", "monthly_active_users", "authorised_users", "logins_90_days", "system_cost_fen", "online_date", "counted_date", "region", "system_kind", "functions"]
*/
select *
from information_system_as_of
where system_state = 'in_use' and authorised_users > 0 and monthly_active_users is not null
