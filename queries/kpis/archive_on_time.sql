/*
title = { zh = "归档及时率", en = "Filed on time" }
definition = { zh = "不迟于计划归档日期归档的项目数 ÷ 计划归档日期已到的项目数；没有计划归档日期的不计", en = "Projects filed on or before their planned date ÷ projects whose planned date of filing has come; without those that have no such date" }
source = "003-25"
relation = "stage_as_of"
numerator = "count(*) filter (where actual_date <= planned_date)"
denominator = "count(*)"
additive = true
format = "percent"
better = "higher"
filters = ["year", "region", "section", "project_type"]
opens = "project"
group_by = ["plan_year", "region", "section", "project_type"]
columns = ["project_code", "project", "planned_date", "actual_date", "delay_days", "unit", "region", "section", "project_type", "plan_year"]
*/
select * from stage_as_of where stage = 'archive' and planned_date <= as_of_date
