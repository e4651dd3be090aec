/*
title = { zh = "未经审批或未批先建的信息系统数", en = "Systems built without approval" }
definition = { zh = "截至当日在用系统中没有审批时间，或者审批时间晚于上线日期的个数；同日的不算", en = "Systems in use without a day of approval, or approved after they went online; on the same day is in time" }
source = "002-2"
relation = "information_system_as_of"
measure = "count(*)"
additive = true
format = "count"
better = "lower"
filters = ["region", "section"]
opens = "information_system"
group_by = ["region", "unit", "system_kind", "use_state", "functions", "build_mode", "use_scope", "protection_level", "assessment_state"]
columns = ["system_code", "system_name", "unit", "region", "system_kind", "functions", "approving_units", "approved_date", "online_date", "system_cost_fen"]
*/
select * from information_system_as_of where system_state = 'in_use' and is_unapproved
