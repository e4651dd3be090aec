/*
title = { zh = "人员投入人天", en = "Person-days of the staff" }
definition = { zh = "截至当日各人投入的人天，16个半小时为一人天；有日志的按日志（含不属于项目的工作），没有日志的按登记的人天、从该周星期五起计；科室按人员", en = "Person-days by person up to that day, sixteen half hours each; from the diary where there is one (work outside projects included), else from the register, counted from the Friday of the week; sections are those of the persons" }
source = "003-22"
relation = "load_as_of"
measure = "sum(half_hours) / 16"
additive = true
format = "days"
filters = ["year", "section"]
opens = "staff"
group_by = ["staff", "section", "work_week", "work_month", "work_mode", "plan_year", "diary_source"]
columns = ["staff_code", "staff", "section", "week_date", "work_date", "work_mode", "half_hours", "project_code", "project", "diary_source"]
*/
select * from load_as_of
