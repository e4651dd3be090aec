/*
title = { zh = "一年多次进点", en = "Visited more than once" }
definition = { zh = "同一计划年度内安排现场审计两次及以上的单位数（最多审计一次）。当日在计划内的项目和计划草案都算，有草案的单列；延伸审计的单位也算一次；没有列入审计对象库的单位同样计入；不进点项目、当日已调减的项目不算；政策、资金和工程不算", en = "Organisations that the plan of one year would visit twice or more. Projects in the plan on the day and drafts both count, and what has drafts in it says so; a unit that an audit goes on into is visited too, and so is one that is not among the audit objects; projects carried out at the desk alone and those taken out of the plan are not counted, nor are policies, funds and works" }
source = "003-C7"
relation = "plan_visit_as_of"
measure = "count(*)"
additive = true
format = "count"
better = "lower"
filters = ["year", "region", "section"]
opens = "unit"
group_by = ["plan_year", "plan_state", "region", "section", "audit_class", "unit_kind"]
columns = ["audit_object", "plan_year", "visit_count", "draft_count", "visits", "plan_state", "audit_class", "unit_kind", "region", "section"]
*/
select * from plan_visit_as_of where visit_count > 1
