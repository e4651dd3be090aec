/*
title = { zh = "办理中的问题", en = "Findings in work" }
definition = { zh = "尚未销号、未移送、未撤销的问题，按环节（待下达通知、整改办理中、待认定、待申请销号、待初审、待复核、待批准、待登记销号）分列", en = "Findings that are neither closed out, transferred nor withdrawn, by the stage that the work on them is at" }
source = "docs/rectification-rates.md"
relation = "finding_work_as_of"
measure = "count(*)"
additive = true
format = "count"
better = "lower"
group_by = ["plan_year", "region", "section", "unit", "project", "project_type", "problem_class", "rectification_type", "amount_band", "work_stage"]
columns = ["finding_code", "title", "work_stage", "state", "due_date", "asked_due_date", "last_step_date", "days_overdue", "unit", "region", "section", "project", "plan_year", "problem_group", "rectification_type", "amount_fen", "open_fen", "found_date"]
*/
select * from finding_work_as_of where work_stage not in ('closed', 'transferred', 'withdrawn')
