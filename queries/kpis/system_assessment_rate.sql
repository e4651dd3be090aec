/*
title = { zh = "等保测评覆盖率", en = "Systems with a valid assessment" }
definition = { zh = "等保测评在有效期内的在用系统数 ÷ 定级二级以上（含二级）的在用系统数；有效期四级半年、三级一年、二级两年，期满当日仍有效；未定级和等级不详的不计", en = "Systems in use whose assessment is in force, of those graded level 2 and above; it holds half a year for level 4, one year for level 3, two years for level 2, the last day included; others do not count" }
source = "002-5"
relation = "information_system_as_of"
numerator = "count(*) filter (where assessment_state = 'valid')"
denominator = "count(*)"
additive = true
format = "percent"
better = "higher"
filters = ["region", "section"]
opens = "information_system"
group_by = ["region", "unit", "system_kind", "use_state", "functions", "build_mode", "use_scope", "protection_level", "assessment_state"]
columns = ["system_code", "system_name", "unit", "region", "system_kind", "functions", "protection_level", "assessed_date", "assessment_state"]
*/
select *
from information_system_as_of
where system_state = 'in_use' and assessment_state in ('valid', 'expired', 'never')
