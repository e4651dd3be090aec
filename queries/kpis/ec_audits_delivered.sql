/*
title = { zh = "本年出具经责报告人次", en = "Officials audited this year" }
definition = { zh = "当日所在年度内、截至当日出具报告的经济责任审计人次：一个项目审计几人计几人次", en = "Posts whose economic-responsibility audit was delivered in the calendar year of that day, up to it: a project on several officials counts each" }
source = "003-12"
relation = "post_audit_as_of"
measure = "count(*)"
additive = true
format = "count"
better = "higher"
group_by = ["plan_year", "region", "section", "unit", "audit_class"]
columns = ["official", "post_title", "unit", "project", "plan_year", "occasion", "delivery_date", "notified_date", "feedback_date", "result_used_date", "result_use", "is_result_used", "region", "section", "audit_class"]
filters = ["year", "region", "section"]
opens = "official"
order = ["delivery_date desc"]
*/
select * from post_audit_as_of
where is_delivered and project_type = 'economic_responsibility' and year(delivery_date) = year(as_of_date)
