/*
title = { zh = "多头审批的信息系统数", en = "Systems with several approvers" }
definition = { zh = "截至当日在用系统中审批部门写了两个以上的个数；几个部门以顿号、逗号、分号或空格隔开", en = "Systems in use for which more than one approving department is named, separated by commas, semicolons or blanks" }
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
select * from information_system_as_of where system_state = 'in_use' and is_approved_by_several
