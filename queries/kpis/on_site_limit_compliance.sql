/*
title = { zh = "现场审计时间达标率", en = "Time on site within the limit" }
definition = { zh = "独立实施项目中，进点至撤点不超过50个工作日的项目数 ÷ 已撤点项目数；首尾计入，扣除批准的暂停，按国务院办公厅公布的工作日历；不含不进点项目，不含工作日历之外无法计算的项目", en = "Of the projects that the bureau carries out alone and that have left the site, the share that stayed at most 50 working days; both ends count, approved pauses do not, by the official calendar; without projects that make no visit and without those whose days lie outside the calendar" }
source = "003-K5"
relation = "project_as_of"
numerator = "count(*) filter (where limit_state = 'kept')"
denominator = "count(*)"
additive = true
format = "percent"
better = "higher"
filters = ["year", "region", "section", "project_type"]
opens = "project"
group_by = ["plan_year", "region", "section", "project_type", "unit", "limit_state", "entry_month"]
columns = ["project_code", "project", "unit", "entry_date", "exit_date", "paused_days", "on_site_days", "limit_state", "is_independent", "is_paused", "current_stage", "business_lead", "region", "section", "project_type", "plan_year"]
*/
select * from project_as_of where limit_state in ('kept', 'exceeded')
