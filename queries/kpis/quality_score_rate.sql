/*
title = { zh = "质量检查平均得分率", en = "Mean score of reviews" }
definition = { zh = "各次质量检查、后评估得分之和 ÷（100 分 × 有得分的次数）", en = "Sum of the scores of inspections and evaluations ÷ (100 marks × reviews that have one)" }
source = "003-21"
relation = "quality_review_as_of"
numerator = "sum(score_hundredths)"
denominator = "count(*) * 10000"
additive = true
format = "percent"
better = "higher"
filters = ["year", "region", "section", "project_type"]
opens = "project"
group_by = ["plan_year", "quality_review", "project_type", "section", "region"]
columns = ["review_code", "quality_review", "project_code", "project", "review_date", "score_rate", "award", "defects", "open_defects", "section", "region", "score_hundredths"]
order = ["score_rate"]
*/
select * from quality_review_as_of where quality_review <> 'selection' and score_hundredths is not null
