/*
title = { zh = "现场工作日（中位数）", en = "Working days on site, median" }
definition = { zh = "已撤点项目进点至撤点工作日数的中位数；首尾计入，扣除批准的暂停；含非独立实施项目，不含无法计算的项目", en = "Median of the working days from entry to exit over the projects that have left the site; both ends count, approved pauses do not; with projects not carried out alone, without those whose days are not known" }
source = "003-K5"
relation = "project_as_of"
measure = "median(on_site_days)"
additive = false
format = "days"
better = "lower"
filters = ["year", "region", "section", "project_type"]
opens = "project"
group_by = ["plan_year", "region", "section", "project_type", "unit", "limit_state", "entry_month"]
columns = ["project_code", "project", "unit", "entry_date", "exit_date", "paused_days", "on_site_days", "limit_state", "is_independent", "is_paused", "current_stage", "business_lead", "region", "section", "project_type", "plan_year"]
*/
select * from project_as_of where exit_date is not null and on_site_days is not null
