/*
title = { zh = "退回待补正", en = "Sent back and not taken up" }
definition = { zh = "不予认定，或销号申请在初审、复核、批准时被退回，尚未再次提交的问题", en = "Findings that were not accepted, or whose request for close-out came back, and that were not submitted again since" }
source = "docs/rectification-rates.md"
relation = "finding_work_as_of"
measure = "count(*)"
additive = true
format = "count"
better = "lower"
group_by = ["plan_year", "region", "section", "unit", "project", "project_type", "problem_class", "rectification_type", "amount_band", "work_stage"]
columns = ["finding_code", "title", "work_stage", "state", "due_date", "asked_due_date", "last_step_date", "days_overdue", "unit", "region", "section", "project", "plan_year", "problem_group", "rectification_type", "amount_fen", "open_fen", "found_date"]
*/
select * from finding_work_as_of where is_sent_back
