/*
title = { zh = "没有整改时限的问题", en = "Findings without a limit" }
definition = { zh = "未整改问题中没有整改时限的，多为尚未下达整改通知、或导入时没有填：不计超期，督办规则也无从起算，下达通知或批准延期即有时限；不含移送、撤销", en = "Open findings without a limit, mostly because no notice was issued or an import left it empty: they are never overdue, and escalation has nothing to reckon from. A notice or an approved extension sets the limit. Without transferred and withdrawn ones" }
source = "003-18"
relation = "finding_work_as_of"
measure = "count(*)"
additive = true
format = "count"
better = "lower"
group_by = ["plan_year", "region", "section", "unit", "project", "project_type", "problem_class", "rectification_type", "amount_band", "work_stage"]
columns = ["finding_code", "title", "work_stage", "state", "last_step_date", "unit", "region", "section", "project", "plan_year", "problem_group", "rectification_type", "amount_fen", "open_fen", "found_date"]
*/
select * from finding_work_as_of where due_date is null and not is_rectified and not is_excluded
