/*
title = { zh = "未整改问题数", en = "Open findings" }
definition = { zh = "截至当日未经审计认定已整改的问题，不含移送、撤销；部分整改仍计入", en = "Findings not accepted as rectified on that day, without transferred and withdrawn ones; partly rectified ones count" }
source = "docs/rectification-rates.md"
relation = "finding_as_of"
measure = "count(*)"
additive = true
format = "count"
better = "lower"
group_by = ["plan_year", "region", "section", "unit", "supervising_unit", "unit_sector", "project", "project_type", "problem_class", "problem_subclass", "nature", "rectification_type", "amount_band", "state", "found_month", "ageing_bucket"]
columns = ["finding_code", "title", "state", "days_open", "days_overdue", "extension_count", "unit", "region", "section", "project", "project_type", "plan_year", "problem_group", "problem_class", "nature", "rectification_type", "amount_fen", "rectified_fen", "found_date", "due_date", "incomplete_reason", "next_step"]
*/
select f.*, r.incomplete_reason, r.next_step
from finding_as_of as f
left join rectification as r on r.finding_id = f.finding_id
where not f.is_excluded and not f.is_rectified
