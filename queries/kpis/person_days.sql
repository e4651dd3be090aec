/*
title = { zh = "投入人天", en = "Person-days" }
definition = { zh = "截至当日的项目审计人天，半天为0.5；有审计日志的按日志、从当日起计入，没有日志的按周登记的人天、从该周星期五起计入", en = "Person-days on projects up to that day, half a day is 0.5; from the work diary where there is one, counted from its day on, else from the register of weeks, counted from the Friday" }
source = "docs/project-progress.md"
relation = "work_as_of"
measure = "sum(half_hours) / 16"
additive = true
format = "days"
filters = ["year", "region", "section", "project_type"]
opens = "project"
group_by = ["plan_year", "region", "section", "project_type", "project", "work_mode", "work_month"]
columns = ["staff_code", "staff", "staff_section", "week_date", "work_date", "work_mode", "half_hours", "diary_source", "project_code", "project", "region", "section", "project_type", "plan_year"]
*/
select * from work_as_of
