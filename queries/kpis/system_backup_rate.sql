/*
title = { zh = "信息系统备份率", en = "Systems backed up" }
definition = { zh = "有数据备份的在用系统数 ÷ 说明了是否备份的在用系统数", en = "Systems in use whose data are backed up, of those of which it is said" }
source = "002-5"
relation = "information_system_as_of"
numerator = "count(*) filter (where has_backup)"
denominator = "count(*)"
additive = true
format = "percent"
better = "higher"
filters = ["region", "section"]
opens = "information_system"
group_by = ["region", "unit", "system_kind", "use_state", "functions", "build_mode", "use_scope", "protection_level", "assessment_state"]
columns = ["system_code", "system_name", "unit", "region", "system_kind", "functions", "protection_level", "has_backup", "has_remote_backup", "drilled_date"]
*/
select * from information_system_as_of where system_state = 'in_use' and has_backup is not null
