/*
title = { zh = "推动建立健全规章制度数", en = "Rules and regulations established" }
definition = { zh = "通过审计推动建立健全的规章制度项数，按建立日期计至当日；不含整改措施；“十三五”的147项是五年合计", en = "Rules and regulations established through audit up to that day; without rectification measures; the 147 of the 13th plan are the total of five years" }
source = "003-K8"
relation = "rule_as_of"
measure = "sum(rule_count)"
additive = true
format = "count"
better = "higher"
group_by = ["plan_year", "region", "section", "unit", "project", "project_type", "problem_class", "nature", "rectification_type", "amount_band"]
columns = ["rule_title", "rule_kind", "rule_count", "fact_date", "finding_code", "title", "unit", "region", "section", "project", "plan_year", "problem_group"]
*/
select * from rule_as_of where rule_kind = 'rule'
