/*
title = { zh = "双主审项目占比", en = "Projects with two leads" }
definition = { zh = "业务主审和数据主审都已确定且不是同一人的项目数 ÷ 计划项目数", en = "Projects that have a business lead and a data lead who are two persons ÷ projects in the plan" }
source = "000-22"
relation = "project_as_of"
numerator = "count(*) filter (where is_dual_lead)"
denominator = "count(*)"
additive = true
format = "percent"
better = "higher"
filters = ["year", "region", "section", "project_type"]
opens = "project"
group_by = ["plan_year", "region", "section", "project_type", "digital_step"]
columns = ["project_code", "project", "unit", "business_lead", "data_lead", "is_dual_lead", "digital_step", "current_stage", "region", "section", "project_type", "plan_year"]
*/
select * from project_as_of
