/*
title = { zh = "信息系统重复建设率", en = "Share of systems built twice" }
definition = { zh = "同一单位有两个以上主要功能相同的在用系统，这些系统数 ÷ 填了单位和主要功能的在用系统数；功能写法不同的不会认作相同", en = "Systems in use that share their functions with another system in use of the same unit, of those whose unit and functions are said; functions worded differently are not alike" }
source = "002-2"
relation = "information_system_as_of"
numerator = "count(*) filter (where is_duplicate)"
denominator = "count(*)"
additive = true
format = "percent"
better = "lower"
filters = ["region", "section"]
opens = "information_system"
group_by = ["region", "unit", "system_kind", "use_state", "functions", "build_mode", "use_scope", "protection_level", "assessment_state"]
columns = ["system_code", "system_name", "unit", "region", "system_kind", "functions", "is_duplicate", "same_function_count", "approved_date", "online_date", "use_state", "system_cost_fen"]
*/
select * from information_system_as_of where system_state = 'in_use' and unit_id is not null and functions is not null
