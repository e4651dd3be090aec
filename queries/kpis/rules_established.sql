/*
title = { zh = "推动整改措施和建章立制数", en = "Measures and rules established" }
definition = { zh = "通过审计推动制定的整改措施与建立健全的规章制度项数之和，可按类别分列；“十三五”基数147项仅含规章制度，不可比", en = "Rectification measures and rules established through audit, to be split by kind; the baseline of 147 in the 13th plan holds rules only and does not compare" }
source = "003-K8"
relation = "rule_as_of"
measure = "sum(rule_count)"
additive = true
format = "count"
better = "higher"
group_by = ["plan_year", "region", "section", "unit", "project", "project_type", "problem_class", "nature", "rectification_type", "amount_band", "rule_kind"]
columns = ["rule_title", "rule_kind", "rule_count", "fact_date", "finding_code", "title", "unit", "region", "section", "project", "plan_year", "problem_group"]
*/
select * from rule_as_of
