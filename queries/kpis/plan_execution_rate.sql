/*
title = { zh = "年度审计计划执行率", en = "Plan execution rate" }
definition = { zh = "已完成项目数 ÷ 计划项目数；完成指审计报告已送达；计划为截至当日经批准调整后的计划：调增的计入，调减的和计划草案不计入", en = "Projects done ÷ projects in the plan; done means that the report was delivered; the plan is that of the day with its approved changes: what was added counts, what was taken out and drafts do not" }
source = "003-K3"
relation = "project_as_of"
numerator = "count(*) filter (where is_finished)"
denominator = "count(*)"
additive = true
format = "percent"
better = "higher"
filters = ["year", "region", "section", "project_type"]
opens = "project"
group_by = ["plan_year", "region", "section", "project_type", "unit", "digital_step", "current_stage"]
columns = ["project_code", "project", "unit", "current_stage", "next_stage", "next_planned_date", "delay_days", "planned_delivery_date", "delivery_date", "is_finished", "entry_date", "exit_date", "on_site_days", "limit_state", "business_lead", "data_lead", "digital_step", "region", "section", "project_type", "plan_year"]
*/
select * from project_as_of
