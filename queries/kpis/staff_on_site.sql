/*
title = { zh = "现场审计人数", en = "Staff on site" }
definition = { zh = "截至当日在现场的审计人员数：所在项目已进点、未撤点、未暂停；同一人在几个项目只计一次；科室按项目", en = "Members of staff on site on that day: their project has entered, not left and is not paused; a person on several projects counts once; sections are those of the projects" }
source = "003-2"
relation = "member_as_of"
measure = "count(distinct staff_code)"
additive = false
format = "count"
filters = ["year", "region", "section", "project_type"]
opens = "project"
group_by = ["plan_year", "region", "section", "project_type", "member_part"]
columns = ["staff_code", "staff", "staff_section", "member_part", "project_code", "project", "unit", "entry_date", "on_site_days", "region", "section", "project_type", "plan_year"]
*/
select * from member_as_of where is_on_site
