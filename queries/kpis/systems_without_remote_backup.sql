/*
title = { zh = "三级以上无异地容灾的系统数", en = "Systems of level 3 and above without a remote backup" }
definition = { zh = "截至当日等保三级以上（含三级）的在用系统中，说明没有异地容灾备份的个数", en = "Systems in use of level 3 and above that are said to have no backup at another place" }
source = "002-5"
relation = "information_system_as_of"
measure = "count(*)"
additive = true
format = "count"
better = "lower"
filters = ["region", "section"]
opens = "information_system"
group_by = ["region", "unit", "system_kind", "use_state", "functions", "build_mode", "use_scope", "protection_level", "assessment_state"]
columns = ["system_code", "system_name", "unit", "region", "system_kind", "functions", "protection_level", "has_backup", "has_remote_backup", "drilled_date"]
*/
select *
from information_system_as_of
where system_state = 'in_use' and protection_level in ('level_3', 'level_4') and not has_remote_backup
