/*
title = { zh = "问题反馈清单交付率", en = "Lists of problems handed over" }
definition = { zh = "已交付问题反馈清单的人次 ÷ 已出具报告的经济责任审计人次", en = "Officials who were handed their list of problems ÷ officials with a delivered economic-responsibility audit" }
source = "003-12"
relation = "post_audit_as_of"
numerator = "count(feedback_date)"
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
