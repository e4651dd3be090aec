/*
title = { zh = "已下发疑点", en = "Suspects issued" }
definition = { zh = "截至当日已下发核实的疑点，含已反馈；未下发即排除的不计；年度为疑点产生的年度", en = "Suspects issued for checking on or before that day, those fed back included; those set aside before they were issued do not count; the year is that in which it was flagged" }
source = "000-8"
relation = "suspect_as_of"
measure = "count(*)"
additive = true
format = "count"
filters = ["year", "region", "section"]
opens = "suspect"
group_by = ["plan_year", "region", "section", "audit_model", "model_sector", "severity", "issued_to", "suspect_state", "digital_step", "suspect_answer", "ledger_stage"]
columns = ["model_code", "model", "entity_reference", "summary", "severity", "suspect_state", "digital_step", "suspect_answer", "suspect_fen", "issued_to", "due_date", "days_overdue", "section", "region", "flagged_date", "issued_date", "answered_date", "is_confirmed", "is_wholly_confirmed", "is_in_ledger", "ledger_stage", "finding_code"]
*/
select * from suspect_as_of where is_issued
