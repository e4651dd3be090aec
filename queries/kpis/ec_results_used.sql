/*
title = { zh = "审计结果运用率", en = "Results used" }
definition = { zh = "组织部门已运用结果的人次 ÷ 已出具报告的经济责任审计人次", en = "Officials whose result the organisation department has used ÷ officials with a delivered economic-responsibility audit" }
source = "003-12"
relation = "post_audit_as_of"
numerator = "count(*) filter (where is_result_used)"
denominator = "count(*)"
additive = true
format = "percent"
better = "higher"
group_by = ["plan_year", "region", "section", "unit", "audit_class"]
columns = ["official", "post_title", "unit", "project", "plan_year", "occasion", "delivery_date", "notified_date", "feedback_date", "result_used_date", "result_use", "is_result_used", "region", "section", "audit_class"]
filters = ["year", "region", "section"]
opens = "official"
order = ["delivery_date desc"]
*/
select * from post_audit_as_of where is_delivered and project_type = 'economic_responsibility'
