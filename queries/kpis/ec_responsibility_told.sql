/*
title = { zh = "责任告知率", en = "Told of their responsibility" }
definition = { zh = "已作责任告知的人次 ÷ 已进点或已出具报告的经济责任审计人次", en = "Officials who were told of their responsibility ÷ officials whose economic-responsibility audit is on site or delivered" }
source = "003-12"
relation = "post_audit_as_of"
numerator = "count(notified_date)"
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
select * from post_audit_as_of where (is_delivered or entry_date is not null) and project_type = 'economic_responsibility'
