/*
title = { zh = "计划项目数", en = "Projects in the plan" }
definition = { zh = "截至当日列入计划的项目数：调增的计入，调减的和计划草案不计入", en = "Projects in the plan on that day: what was added counts, what was taken out and drafts do not" }
source = "docs/project-progress.md"
relation = "project_as_of"
measure = "count(*)"
additive = true
format = "count"
filters = ["year", "region", "section", "project_type"]
opens = "project"
order = ["plan_year desc", "project_code"]
group_by = ["plan_year", "region", "section", "project_type", "unit", "project_state", "current_stage", "digital_step", "limit_state", "delivered_month"]
columns = ["project_code", "project", "unit", "current_stage", "next_stage", "next_planned_date", "delay_days", "planned_delivery_date", "delivery_date", "is_finished", "entry_date", "exit_date", "on_site_days", "limit_state", "business_lead", "data_lead", "digital_step", "region", "section", "project_type", "plan_year"]
*/
select * from project_as_of
