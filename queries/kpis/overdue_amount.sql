/*
title = { zh = "超期未整改金额", en = "Overdue amount" }
definition = { zh = "超期未整改问题的问题金额减去已整改金额之和；单条已整改金额封顶为问题金额", en = "Sum over overdue findings of the amount found less the amount rectified, the latter at most the amount found" }
source = "docs/rectification-rates.md"
relation = "finding_as_of"
measure = "sum(open_fen)"
additive = true
format = "fen"
better = "lower"
group_by = ["plan_year", "region", "section", "unit", "supervising_unit", "unit_sector", "project", "project_type", "problem_class", "problem_subclass", "nature", "rectification_type", "amount_band", "state", "found_month", "ageing_bucket"]
columns = ["finding_code", "title", "state", "open_fen", "days_overdue", "unit", "region", "section", "project", "project_type", "plan_year", "problem_group", "problem_class", "nature", "rectification_type", "amount_fen", "rectified_fen", "found_date", "due_date"]
*/
select * from finding_as_of where is_overdue and has_amount
