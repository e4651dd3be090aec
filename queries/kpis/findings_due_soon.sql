/*
title = { zh = "30日内到期未整改", en = "Open, due within 30 days" }
definition = { zh = "整改时限（含批准的延期）在当日起30日之内且未认定已整改的问题数；不含移送、撤销", en = "Open findings whose rectification limit, extensions included, falls on that day or in the 30 days after it; without transferred and withdrawn ones" }
source = "docs/rectification-rates.md"
relation = "finding_as_of"
measure = "count(*)"
additive = true
format = "count"
better = "lower"
group_by = ["plan_year", "region", "section", "unit", "project", "project_type", "problem_class", "rectification_type", "amount_band"]
columns = ["finding_code", "title", "state", "due_date", "unit", "region", "section", "project", "plan_year", "problem_group", "rectification_type", "amount_fen", "rectified_fen", "found_date", "extension_count"]
*/
select * from finding_as_of
where not is_excluded and not is_rectified and due_date between as_of_date and as_of_date + 30
