/*
title = { zh = "已整改待销号", en = "Rectified, awaiting close-out" }
definition = { zh = "已认定整改但尚未批准销号的问题数；不含移送、撤销", en = "Findings accepted as rectified whose close-out is not approved yet; without transferred and withdrawn ones" }
source = "003-16"
relation = "finding_as_of"
measure = "count(*)"
additive = true
format = "count"
better = "lower"
group_by = ["plan_year", "region", "section", "unit", "project", "project_type", "problem_class", "rectification_type", "amount_band"]
columns = ["finding_code", "title", "state", "rectified_date", "unit", "region", "section", "project", "plan_year", "problem_group", "rectification_type", "amount_fen", "rectified_fen", "found_date", "due_date"]
*/
select * from finding_as_of where not is_excluded and is_rectified and not is_closed
