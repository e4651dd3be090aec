/*
title = { zh = "数字化审计四步法项目占比", en = "Projects by the four steps" }
definition = { zh = "标明总体分析、发现疑点、分散核查、系统研究中某一步的项目数 ÷ 计划项目数", en = "Projects tagged with one of the steps overall analysis, finding suspects, dispersed checking, systematic research ÷ projects in the plan" }
source = "000-21"
relation = "project_as_of"
numerator = "count(*) filter (where digital_step is not null)"
denominator = "count(*)"
additive = true
format = "percent"
better = "higher"
filters = ["year", "region", "section", "project_type"]
opens = "project"
group_by = ["plan_year", "region", "section", "project_type", "digital_step", "project_state"]
columns = ["project_code", "project", "unit", "digital_step", "current_stage", "business_lead", "data_lead", "is_dual_lead", "region", "section", "project_type", "plan_year"]
*/
select * from project_as_of
