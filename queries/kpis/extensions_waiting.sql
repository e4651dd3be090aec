/*
title = { zh = "待批延期", en = "Extensions to decide on" }
definition = { zh = "已申请延长期限、尚未批准或不同意的问题", en = "Findings for which an extension was asked for and is not decided yet" }
source = "docs/rectification-rates.md"
relation = "finding_work_as_of"
measure = "count(*)"
additive = true
format = "count"
better = "lower"
group_by = ["plan_year", "region", "section", "unit", "project", "project_type", "problem_class", "rectification_type", "amount_band", "work_stage"]
columns = ["finding_code", "title", "work_stage", "state", "due_date", "asked_due_date", "last_step_date", "days_overdue", "unit", "region", "section", "project", "plan_year", "problem_group", "rectification_type", "amount_fen", "open_fen", "found_date"]
*/
select * from finding_work_as_of where is_extension_asked and work_stage in ('rectifying', 'submitted')
