/*
title = { zh = "质量检查项目", en = "Projects reviewed" }
definition = { zh = "截至当日的质量检查、后评估次数，评优不计", en = "Quality inspections and evaluations held by that day; selections do not count" }
source = "003-21"
relation = "quality_review_as_of"
measure = "count(*)"
additive = true
format = "count"
better = "higher"
filters = ["year", "region", "section", "project_type"]
opens = "project"
group_by = ["plan_year", "quality_review", "award", "project_type", "section", "region"]
columns = ["review_code", "quality_review", "project_code", "project", "review_date", "score_rate", "award", "defects", "open_defects", "section", "region"]
order = ["review_date desc"]
*/
select * from quality_review_as_of where quality_review <> 'selection'
