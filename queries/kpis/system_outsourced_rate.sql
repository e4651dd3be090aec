/*
title = { zh = "信息系统外包率", en = "Systems outsourced" }
definition = { zh = "开发、运维或数据处理外包的在用系统数 ÷ 说明了是否外包的在用系统数", en = "Systems in use whose development, maintenance or data processing is outsourced, of those of which it is said" }
source = "002-5"
relation = "information_system_as_of"
numerator = "count(*) filter (where is_outsourced)"
denominator = "count(*)"
additive = true
format = "percent"
better = "lower"
filters = ["region", "section"]
opens = "information_system"
group_by = ["region", "unit", "system_kind", "use_state", "functions", "build_mode", "use_scope", "protection_level", "assessment_state"]
columns = ["system_code", "system_name", "unit", "region", "system_kind", "functions", "is_outsourced", "has_secrecy_agreement", "protection_level"]
*/
select * from information_system_as_of where system_state = 'in_use' and is_outsourced is not null
