/*
title = { zh = "超期未整改问题数", en = "Overdue findings" }
definition = { zh = "整改时限（含批准的延期）早于当日且未认定已整改的问题，不含移送、撤销", en = "Findings whose rectification limit, extensions included, is before that day and that are not accepted as rectified; without transferred and withdrawn ones" }
source = "docs/rectification-rates.md"
relation = "finding_as_of"
measure = "count(*)"
additive = true
format = "count"
better = "lower"
group_by = ["plan_year", "region", "section", "unit", "supervising_unit", "unit_sector", "project", "project_type", "problem_class", "problem_subclass", "nature", "rectification_type", "amount_band", "state", "found_month", "ageing_bucket"]
columns = ["finding_code", "title", "state", "days_overdue", "days_open", "extension_count", "unit", "region", "section", "project", "project_type", "plan_year", "problem_group", "problem_class", "nature", "rectification_type", "amount_fen", "rectified_fen", "found_date", "due_date"]
*/
select * from finding_as_of where is_overdue
