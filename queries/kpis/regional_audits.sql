/*
title = { zh = "区域协同审计项目", en = "Regional coordination audits" }
definition = { zh = "截至当日审计报告已送达的区域协同发展事项（如京津冀协同发展）审计项目数；项目类型填“区域协同”的计入，不与政策跟踪审计重复计；计划草案和已调减的项目不计", en = "Audits of matters of regional coordination (such as that of Beijing, Tianjin and Hebei) whose report was delivered by that day: projects of that type, which are not among the policy audits too; without drafts and what was taken out of the plan" }
source = "003-C1"
relation = "project_as_of"
measure = "count(*)"
additive = true
format = "count"
better = "higher"
filters = ["year", "region", "section"]
opens = "project"
group_by = ["plan_year", "region", "section", "unit"]
columns = ["project_code", "project", "unit", "plan_year", "delivery_date", "region", "section"]
*/
select * from project_as_of where is_finished and project_type = 'regional_coordination'
