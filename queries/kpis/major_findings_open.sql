/*
title = { zh = "重大问题未整改", en = "Major problems open" }
definition = { zh = "列入重大审计问题清单且未认定已整改的问题数；不含移送、撤销", en = "Open findings on the list of major audit problems; without transferred and withdrawn ones" }
source = "001-2"
relation = "finding_as_of"
measure = "count(*)"
additive = true
format = "count"
better = "lower"
group_by = ["plan_year", "region", "section", "unit", "project", "project_type", "problem_class", "rectification_type", "amount_band", "state"]
columns = ["finding_code", "title", "state", "due_date", "days_overdue", "unit", "region", "section", "project", "plan_year", "problem_group", "rectification_type", "amount_fen", "rectified_fen", "found_date"]
*/
select * from finding_as_of where not is_excluded and not is_rectified and is_major
