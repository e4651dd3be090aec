/*
title = { zh = "疑点核实率", en = "Suspect verification rate" }
definition = { zh = "已反馈疑点 ÷ 已下发疑点，截至当日；未下发即排除的不计；年度为疑点产生的年度；四舍五入到两位", en = "Suspects fed back ÷ suspects issued, up to that day; those set aside before they were issued do not count; the year is that in which it was flagged; rounded to two decimals" }
source = "000-8"
relation = "suspect_as_of"
numerator = "count(answered_date)"
denominator = "count(*)"
additive = true
format = "percent"
better = "higher"
filters = ["year", "region", "section"]
opens = "suspect"
group_by = ["plan_year", "region", "section", "audit_model", "model_sector", "severity", "issued_to", "suspect_state", "digital_step", "suspect_answer", "ledger_stage"]
columns = ["model_code", "model", "entity_reference", "summary", "severity", "suspect_state", "digital_step", "suspect_answer", "suspect_fen", "issued_to", "due_date", "days_overdue", "section", "region", "flagged_date", "issued_date", "answered_date", "is_confirmed", "is_wholly_confirmed", "is_in_ledger", "ledger_stage", "finding_code"]
*/
select * from suspect_as_of where is_issued
