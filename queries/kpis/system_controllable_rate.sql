/*
title = { zh = "信息系统自主可控率", en = "Systems controllable throughout" }
definition = { zh = "主要设备、操作系统、数据库都自主可控的在用系统数 ÷ 三项都说明了，或者至少一项说明为否的在用系统数", en = "Systems in use whose equipment, operating system and database are all controllable, of those for which all three are said or one is said not to be" }
source = "002-5"
relation = "information_system_as_of"
numerator = "count(*) filter (where is_controllable)"
denominator = "count(*)"
additive = true
format = "percent"
better = "higher"
filters = ["region", "section"]
opens = "information_system"
group_by = ["region", "unit", "system_kind", "use_state", "functions", "build_mode", "use_scope", "protection_level", "assessment_state"]
columns = ["system_code", "system_name", "unit", "region", "system_kind", "functions", "has_domestic_hardware", "has_domestic_os", "has_domestic_database", "is_controllable"]
*/
select * from information_system_as_of where system_state = 'in_use' and is_controllable is not null
