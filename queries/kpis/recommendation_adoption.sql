/*
title = { zh = "审计建议采纳率", en = "Recommendation adoption" }
definition = { zh = "被采纳的审计建议数 ÷ 提出的审计建议数；截至当日", en = "Recommendations adopted ÷ recommendations given, up to that day" }
source = "003-K7"
relation = "recommendation_as_of"
numerator = "count(*) filter (where is_adopted)"
denominator = "count(*)"
additive = true
format = "percent"
better = "higher"
group_by = ["plan_year", "region", "section", "unit", "project", "project_type"]
columns = ["wording", "is_adopted", "given_date", "adopted_date", "unit", "region", "section", "project", "project_type", "plan_year", "finding_code"]
*/
select * from recommendation_as_of
