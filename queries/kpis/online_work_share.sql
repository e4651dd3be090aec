/*
title = { zh = "在线审人天占比", en = "Online share of person-days" }
definition = { zh = "在线审人天 ÷ 在线审与现场审人天之和", en = "Person-days online ÷ person-days online and on site" }
source = "001-8"
relation = "work_as_of"
numerator = "sum(half_hours) filter (where work_mode = 'online')"
denominator = "sum(half_hours)"
additive = true
format = "percent"
better = "higher"
filters = ["year", "region", "section", "project_type"]
opens = "project"
group_by = ["plan_year", "region", "section", "project_type", "project", "work_month"]
columns = ["staff_code", "staff", "staff_section", "week_date", "work_date", "work_mode", "half_hours", "diary_source", "project_code", "project", "region", "section", "project_type", "plan_year"]
*/
select * from work_as_of
