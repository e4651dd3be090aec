/*
title = { zh = "转为问题的疑点", en = "Suspects entered into the ledger" }
definition = { zh = "截至当日已入问题台账的疑点；年度为疑点产生的年度", en = "Suspects that entered the findings ledger by that day; the year is that in which it was flagged" }
source = "000-23"
relation = "suspect_as_of"
measure = "count(*)"
additive = true
format = "count"
better = "higher"
filters = ["year", "region", "section"]
opens = "suspect"
group_by = ["plan_year", "region", "section", "audit_model", "model_sector", "severity", "issued_to", "suspect_state", "digital_step", "suspect_answer", "ledger_stage"]
columns = ["model_code", "model", "entity_reference", "summary", "severity", "suspect_state", "digital_step", "suspect_answer", "suspect_fen", "issued_to", "due_date", "days_overdue", "section", "region", "flagged_date", "issued_date", "answered_date", "is_confirmed", "is_wholly_confirmed", "is_in_ledger", "ledger_stage", "finding_code"]
*/
select * from suspect_as_of where is_in_ledger
