/*
title = { zh = "计划项目库内占比", en = "Plan projects from a library" }
definition = { zh = "当日计划内项目中由项目库转入的 ÷ 当日计划内全部项目；不含草案和已调减的项目", en = "Projects in the plan of that day that were taken up from a library ÷ all projects in the plan; without drafts and what was taken out" }
source = "003-C8"
relation = "plan_as_of"
numerator = "count(*) filter (where is_from_library)"
denominator = "count(*)"
additive = true
format = "percent"
better = "higher"
filters = ["year", "region", "section", "project_type"]
opens = "project"
group_by = ["plan_year", "library", "region", "section", "project_type"]
columns = ["project_code", "project", "unit", "is_from_library", "library", "project_type", "plan_year", "region", "section"]
*/
select * from plan_as_of
