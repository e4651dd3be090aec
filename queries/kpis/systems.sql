/*
title = { zh = "在用信息系统数", en = "Information systems in use" }
definition = { zh = "截至当日已上线、未停用的政务信息系统数；没有上线日期的，从第一次有使用统计之日算起", en = "Government information systems online and not retired on that day; without a day of going online, from the first count of its use on" }
source = "002-2"
relation = "information_system_as_of"
measure = "count(*)"
additive = true
format = "count"
filters = ["region", "section"]
opens = "information_system"
group_by = ["region", "unit", "system_kind", "use_state", "functions", "build_mode", "use_scope", "protection_level", "assessment_state"]
columns = ["system_code", "system_name", "unit", "use_state", "system_cost_fen", "open_findings", "system_kind", "functions", "approving_units", "region", "approved_date", "online_date", "use_scope", "build_mode", "network", "protection_level"]
*/
select * from information_system_as_of where system_state = 'in_use'
