/*
title = { zh = "政务外网接入率", en = "Systems on the government extranet" }
definition = { zh = "已接入政务外网的在用系统数 ÷ 说明了所在网络或接入日期的在用系统数；所在网络就是政务外网的，算已接入", en = "Systems in use connected to the government extranet, of those whose network or day of connection is said; one that runs on the extranet is connected" }
source = "002-4"
relation = "information_system_as_of"
numerator = "count(*) filter (where is_on_extranet)"
denominator = "count(*)"
additive = true
format = "percent"
better = "higher"
filters = ["region", "section"]
opens = "information_system"
group_by = ["region", "unit", "system_kind", "use_state", "functions", "build_mode", "use_scope", "protection_level", "assessment_state"]
columns = ["system_code", "system_name", "unit", "region", "system_kind", "functions", "network", "is_on_extranet", "online_date", "use_scope"]
*/
select * from information_system_as_of where system_state = 'in_use' and is_on_extranet is not null
