/*
title = { zh = "在施项目数", en = "Projects running" }
definition = { zh = "截至当日已制定实施方案或进入其后环节、审计报告尚未送达的计划项目数；只立项的不计", en = "Projects in the plan that have a scheme or went beyond it and whose report is not delivered; those only approved are left out" }
source = "docs/project-progress.md"
relation = "project_as_of"
measure = "count(*)"
additive = true
format = "count"
filters = ["year", "region", "section", "project_type"]
opens = "project"
group_by = ["plan_year", "region", "section", "project_type", "unit", "current_stage", "next_stage", "digital_step", "limit_state"]
columns = ["project_code", "project", "unit", "current_stage", "next_stage", "next_planned_date", "delay_days", "planned_delivery_date", "delivery_date", "entry_date", "exit_date", "on_site_days", "limit_state", "business_lead", "data_lead", "digital_step", "region", "section", "project_type", "plan_year"]
*/
select * from project_as_of where project_state = 'running'
