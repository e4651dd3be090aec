/*
title = { zh = "整改天数（中位数）", en = "Days to rectify, median" }
definition = { zh = "已整改问题自送达至认定的自然日天数的中位数；不含移送、撤销", en = "Median of the calendar days from delivery to acceptance over rectified findings; without transferred and withdrawn ones" }
source = "docs/rectification-rates.md"
relation = "finding_as_of"
measure = "median(days_to_rectify)"
additive = false
format = "days"
better = "lower"
group_by = ["plan_year", "region", "section", "unit", "project", "project_type", "problem_class", "problem_subclass", "nature", "rectification_type", "amount_band", "state", "found_month"]
columns = ["finding_code", "title", "state", "rectified_date", "days_to_rectify", "unit", "region", "section", "project", "project_type", "plan_year", "problem_group", "problem_class", "nature", "rectification_type", "amount_fen", "rectified_fen", "found_date", "due_date"]
*/
select * from finding_as_of where not is_excluded and is_rectified
