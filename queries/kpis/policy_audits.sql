/*
title = { zh = "重大政策审计", en = "Policy audits" }
definition = { zh = "计划内、截至当日已送达报告的政策跟踪审计项目数，按计划年度；不含已调减的项目", en = "Policy follow-up audits in the plan whose report was delivered by the day, by plan year; without those taken out of the plan" }
source = "003-C1"
relation = "project_as_of"
measure = "count(*)"
additive = true
format = "count"
better = "higher"
filters = ["year", "region", "section"]
opens = "project"
group_by = ["plan_year", "region", "section", "unit", "delivered_month"]
columns = ["project_code", "project", "unit", "delivery_date", "plan_year", "region", "section"]
*/
select * from project_as_of where project_type = 'policy' and is_finished
