/*
title = { zh = "销号率", en = "Close-out rate" }
definition = { zh = "已批准销号的问题数 ÷ 应整改问题数；不含移送、撤销；销号晚于认定，两率分列", en = "Findings whose close-out is approved ÷ findings in the pool; without transferred and withdrawn ones; close-out comes after acceptance, so the two rates stand apart" }
source = "docs/rectification-rates.md"
relation = "finding_as_of"
numerator = "count(*) filter (where is_closed)"
denominator = "count(*)"
additive = true
format = "percent"
better = "higher"
group_by = ["plan_year", "region", "section", "unit", "project", "project_type", "problem_class", "problem_subclass", "nature", "rectification_type", "amount_band", "state", "found_month"]
columns = ["finding_code", "title", "state", "is_rectified", "rectified_date", "is_closed", "closed_date", "unit", "region", "section", "project", "project_type", "plan_year", "problem_group", "problem_class", "nature", "rectification_type", "amount_fen", "rectified_fen", "found_date", "due_date"]
*/
select * from finding_as_of where not is_excluded
