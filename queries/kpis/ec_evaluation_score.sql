/*
title = { zh = "经责评价平均得分率", en = "Mean mark of EC evaluations" }
definition = { zh = "各项经济责任审计评价得分之和 ÷ 满分之和", en = "Sum of the marks of evaluated audits ÷ sum of the full marks" }
source = "003-12"
relation = "evaluation_as_of"
numerator = "sum(mark_hundredths)"
denominator = "sum(full_hundredths)"
additive = true
format = "percent"
better = "higher"
filters = ["year", "region", "section"]
opens = "official"
group_by = ["plan_year", "audit_class", "region", "section", "unit"]
columns = ["official", "post_title", "unit", "project", "plan_year", "aspects", "mark_rate", "full_hundredths", "mark_hundredths", "evaluated_date", "section", "region"]
order = ["mark_rate"]
*/
select * from evaluation_as_of
