/*
title = { zh = "屡审屡犯未整改", en = "Repeat findings open" }
definition = { zh = "屡审屡犯且未认定已整改的问题数；不含移送、撤销", en = "Open findings that are repeats; without transferred and withdrawn ones" }
source = "002-9"
relation = "finding_as_of"
measure = "count(*)"
additive = true
format = "count"
better = "lower"
group_by = ["plan_year", "region", "section", "unit", "project", "project_type", "problem_class", "rectification_type", "amount_band", "state"]
columns = ["finding_code", "title", "state", "due_date", "days_overdue", "unit", "region", "section", "project", "plan_year", "problem_group", "rectification_type", "amount_fen", "rectified_fen", "found_date"]
*/
select * from finding_as_of where not is_excluded and not is_rectified and is_repeat
