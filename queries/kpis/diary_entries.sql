/*
title = { zh = "审计日志条数", en = "Entries of the work diary" }
definition = { zh = "工作日期不晚于当日的审计日志条数；更正的只计更正后的，撤回的不计；科室按人员", en = "Entries of the work diary with a day of work up to that day; corrected ones count once, those taken back not at all; sections are those of the persons" }
source = "000-3"
relation = "load_as_of"
measure = "count(*)"
additive = true
format = "count"
filters = ["year", "section"]
opens = "staff"
group_by = ["staff", "section", "work_month", "work_mode", "plan_year"]
columns = ["work_date", "staff_code", "staff", "section", "done", "half_hours", "work_mode", "project_code", "project"]
order = ["work_date desc", "staff_code"]
*/
select * from load_as_of where diary_source = 'diary'
