/*
title = { zh = "推动制定整改措施数", en = "Rectification measures established" }
definition = { zh = "通过审计推动制定的整改措施项数，按措施制定日期计至当日；不含规章制度", en = "Rectification measures established through audit up to that day; without rules and regulations" }
source = "003-K8"
relation = "rule_as_of"
measure = "sum(rule_count)"
additive = true
format = "count"
better = "higher"
group_by = ["plan_year", "region", "section", "unit", "project", "project_type", "problem_class", "nature", "rectification_type", "amount_band"]
columns = ["rule_title", "rule_kind", "rule_count", "fact_date", "finding_code", "title", "unit", "region", "section", "project", "plan_year", "problem_group"]
*/
select * from rule_as_of where rule_kind = 'measure'
