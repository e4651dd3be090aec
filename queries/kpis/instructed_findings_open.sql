/*
title = { zh = "领导批示未整改", en = "Open with a leader's instruction" }
definition = { zh = "有领导批示且未认定已整改的问题数；不含移送、撤销", en = "Open findings that carry a leader's instruction; without transferred and withdrawn ones" }
source = "docs/rectification-rates.md"
relation = "finding_as_of"
measure = "count(*)"
additive = true
format = "count"
better = "lower"
group_by = ["plan_year", "region", "section", "unit", "project", "project_type", "problem_class", "rectification_type", "amount_band", "state"]
columns = ["finding_code", "title", "state", "due_date", "days_overdue", "unit", "region", "section", "project", "plan_year", "problem_group", "rectification_type", "amount_fen", "rectified_fen", "found_date"]
*/
select * from finding_as_of where not is_excluded and not is_rectified and has_leader_instruction
