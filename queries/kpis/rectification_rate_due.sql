/*
title = { zh = "到期整改率", en = "Rectification rate of what is due" }
definition = { zh = "已到期问题中已整改数 ÷ 整改时限不晚于当日的问题数；不含移送、撤销", en = "Of the findings whose limit is that day or before, the share accepted as rectified; without transferred and withdrawn ones" }
source = "docs/rectification-rates.md"
relation = "finding_as_of"
numerator = "count(*) filter (where is_rectified)"
denominator = "count(*)"
additive = true
format = "percent"
better = "higher"
group_by = ["plan_year", "region", "section", "unit", "project", "project_type", "problem_class", "problem_subclass", "nature", "rectification_type", "amount_band", "state", "found_month"]
columns = ["finding_code", "title", "state", "is_rectified", "rectified_date", "unit", "region", "section", "project", "project_type", "plan_year", "problem_group", "problem_class", "nature", "rectification_type", "amount_fen", "rectified_fen", "found_date", "due_date"]
*/
select * from finding_as_of where not is_excluded and is_due
