/*
title = { zh = "现场超过50个工作日", en = "On site beyond 50 working days" }
definition = { zh = "截至当日仍在现场、现场工作日已超过50天的独立实施项目数；首尾计入，扣除批准的暂停", en = "Projects carried out alone that are on site on that day and have been for more than 50 working days; both ends count, approved pauses do not" }
source = "003-K5"
relation = "project_as_of"
measure = "count(*)"
additive = true
format = "count"
better = "lower"
filters = ["year", "region", "section", "project_type"]
opens = "project"
group_by = ["plan_year", "region", "section", "project_type", "unit"]
columns = ["project_code", "project", "unit", "entry_date", "exit_date", "paused_days", "on_site_days", "limit_state", "is_independent", "is_paused", "current_stage", "business_lead", "region", "section", "project_type", "plan_year"]
*/
select * from project_as_of where limit_state = 'over'
