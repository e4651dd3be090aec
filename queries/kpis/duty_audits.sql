/*
title = { zh = "计入覆盖的审计", en = "Audits that count for coverage" }
definition = { zh = "截至当日已送达报告、计入某条覆盖要求的审计次数，一条要求、一个对象、一个项目计一次；年度为报告送达的年度。不含以任职为对象的要求", en = "Audits delivered up to the day that count for a rule: one per rule, object and project; the year is that of delivery. Rules about posts are not in it" }
source = "003-C3"
relation = "duty_audit_as_of"
measure = "count(*)"
additive = true
format = "count"
filters = ["region", "section", "project_type"]
opens = "project"
group_by = ["coverage_rule", "audit_object", "audit_year", "project_type", "region", "section", "audit_class"]
columns = ["audit_object", "coverage_rule", "project_code", "project", "project_type", "delivery_date", "is_inherited", "plan_year", "audit_class", "region", "section"]
*/
select * from duty_audit_as_of
