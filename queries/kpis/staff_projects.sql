/*
title = { zh = "在施项目人次", en = "Running projects of the staff" }
definition = { zh = "截至当日在施项目上的人员，一人一项目计一次；只计本人在组期间；科室按人员", en = "Members of running projects on that day, one per person and project, on the days of the own stay; sections are those of the persons" }
source = "003-22"
relation = "staff_project_as_of"
measure = "count(*)"
additive = true
format = "count"
filters = ["year", "section"]
opens = "staff"
group_by = ["staff", "section", "member_part", "plan_year"]
columns = ["staff_code", "staff", "section", "member_part", "project_code", "project", "unit", "current_stage", "plan_year"]
*/
select * from staff_project_as_of
