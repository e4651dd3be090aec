/*
title = { zh = "现场工作日无法计算", en = "Working days on site not known" }
definition = { zh = "已进点、但现场工作日无法计算的计划项目数：进点、撤点或当日在工作日历之外，或已到撤点之后的环节而没有撤点日期（不再算仍在现场），或撤点早于进点；这些项目不计入达标率", en = "Projects that entered a site but whose working days cannot be counted: entry, exit or the day itself lies outside the calendar, a stage beyond the exit was reached and no exit is recorded (the project is then no longer on site), or the exit is before the entry; they are left out of the rate" }
source = "docs/project-progress.md"
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
select * from project_as_of where has_unknown_days
