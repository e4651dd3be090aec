/*
title = { zh = "重大问题未整改", en = "Major problems open" }
definition = { zh = "台账标为重大、未认定已整改的问题数；不含移送、撤销。是否列入重大审计问题清单另看清单各指标", en = "Open findings that the ledger calls major; without transferred and withdrawn ones. What was put on the list of major problems is told by the figures of the list" }
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
