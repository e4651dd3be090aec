/*
title = { zh = "日志人天占比", en = "Person-days from the diary" }
definition = { zh = "由审计日志得出的项目人天 ÷ 全部项目人天；其余来自登记的人天", en = "Person-days of projects that come from the work diary ÷ all person-days of projects; the rest are from the register" }
source = "000-3"
relation = "work_as_of"
numerator = "sum(half_hours) filter (where diary_source = 'diary')"
denominator = "sum(half_hours)"
additive = true
format = "percent"
better = "higher"
filters = ["year", "region", "section", "project_type"]
opens = "project"
group_by = ["plan_year", "region", "section", "project_type", "work_month", "diary_source"]
columns = ["staff_code", "staff", "staff_section", "week_date", "work_date", "work_mode", "half_hours", "diary_source", "project_code", "project", "region", "section", "plan_year"]
*/
select * from work_as_of
