/*
title = { zh = "审计整改率（按数量）", en = "Rectification rate by count" }
definition = { zh = "已整改问题数 ÷ 应整改问题数；已整改指审计认定；应整改不含移送、撤销；部分整改不计入分子；百分比四舍五入到两位", en = "Findings accepted as rectified ÷ findings in the pool; the pool leaves out transferred and withdrawn ones; partly rectified ones are not in the numerator; rounded to two decimals" }
source = "docs/rectification-rates.md"
relation = "finding_as_of"
numerator = "count(*) filter (where is_rectified)"
denominator = "count(*)"
additive = true
format = "percent"
better = "higher"
group_by = ["plan_year", "region", "section", "unit", "supervising_unit", "unit_sector", "project", "project_type", "problem_class", "problem_subclass", "nature", "rectification_type", "amount_band", "state", "found_month"]
columns = ["finding_code", "title", "state", "is_rectified", "rectified_date", "unit", "region", "section", "project", "project_type", "plan_year", "problem_group", "problem_class", "nature", "rectification_type", "amount_fen", "rectified_fen", "found_date", "due_date"]
*/
select * from finding_as_of where not is_excluded
