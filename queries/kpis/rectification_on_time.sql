/*
title = { zh = "按期整改率", en = "Rectified on time" }
definition = { zh = "在整改时限（含批准的延期）当日或之前认定已整改数 ÷ 已整改数；未设时限的不计；不含移送、撤销", en = "Of the rectified findings that have a limit, the share accepted on or before it, extensions included; without transferred and withdrawn ones" }
source = "docs/rectification-rates.md"
relation = "finding_as_of"
numerator = "count(*) filter (where is_on_time)"
denominator = "count(*)"
additive = true
format = "percent"
better = "higher"
group_by = ["plan_year", "region", "section", "unit", "project", "project_type", "problem_class", "problem_subclass", "nature", "rectification_type", "amount_band", "state", "found_month"]
columns = ["finding_code", "title", "state", "rectified_date", "is_on_time", "unit", "region", "section", "project", "project_type", "plan_year", "problem_group", "problem_class", "nature", "rectification_type", "amount_fen", "rectified_fen", "found_date", "due_date"]
*/
select * from finding_as_of where not is_excluded and is_rectified and due_date is not null
