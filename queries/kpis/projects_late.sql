/*
title = { zh = "滞后项目数", en = "Projects late" }
definition = { zh = "审计报告未送达、且至送达为止某个待办环节的计划日期已过至少一个工作日的计划项目数；排序用的滞后天数是最早应办环节的滞后工作日", en = "Projects without a delivered report that wait for a stage, up to delivery, whose planned date is at least one working day past; the delay is that of the stage that was planned first" }
source = "000-4"
relation = "project_as_of"
measure = "count(*)"
additive = true
format = "count"
better = "lower"
filters = ["year", "region", "section", "project_type"]
opens = "project"
group_by = ["plan_year", "region", "section", "project_type", "unit", "current_stage", "next_stage"]
columns = ["project_code", "project", "unit", "current_stage", "next_stage", "next_planned_date", "delay_days", "planned_delivery_date", "delivery_date", "entry_date", "exit_date", "on_site_days", "limit_state", "business_lead", "data_lead", "digital_step", "region", "section", "project_type", "plan_year"]
*/
select * from project_as_of where is_late
