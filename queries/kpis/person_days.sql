/*
title = { zh = "投入人天", en = "Person-days" }
definition = { zh = "截至当日登记的审计人天，半天为0.5；按周登记，从该周星期五起计入", en = "Person-days recorded up to that day, half a day is 0.5; recorded by the week and counted from its Friday on" }
source = "docs/project-progress.md"
relation = "work_as_of"
measure = "sum(half_days) / 2"
additive = true
format = "days"
filters = ["year", "region", "section", "project_type"]
opens = "project"
group_by = ["plan_year", "region", "section", "project_type", "project", "work_mode", "work_month"]
columns = ["staff_code", "staff", "staff_section", "week_date", "work_mode", "half_days", "project_code", "project", "region", "section", "project_type", "plan_year"]
*/
select * from work_as_of
