/*
title = { zh = "重大政策审计项目", en = "Major policy audits" }
definition = { zh = "截至当日审计报告已送达的政策跟踪审计项目数；计划草案和已调减的项目不计", en = "Policy follow-up audits whose report was delivered by that day; without drafts and what was taken out of the plan" }
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
select * from project_as_of where is_finished and project_type = 'policy'
