/*
title = { zh = "逾期未反馈疑点", en = "Suspects overdue" }
definition = { zh = "已下发、反馈期限已过而仍待反馈的疑点，期限当日不算逾期；退回重新核实的按新定的期限计；年度为疑点产生的年度", en = "Suspects issued whose answer was due before that day and is still awaited; the due day itself is not late; what is checked again has the limit that was set since; the year is that in which it was flagged" }
source = "000-8"
relation = "suspect_as_of"
measure = "count(*)"
additive = true
format = "count"
better = "lower"
filters = ["year", "region", "section"]
opens = "suspect"
group_by = ["plan_year", "region", "section", "audit_model", "model_sector", "severity", "issued_to", "suspect_state", "digital_step", "suspect_answer", "ledger_stage"]
columns = ["model_code", "model", "entity_reference", "summary", "severity", "suspect_state", "digital_step", "suspect_answer", "suspect_fen", "issued_to", "due_date", "days_overdue", "section", "region", "flagged_date", "issued_date", "answered_date", "is_confirmed", "is_wholly_confirmed", "is_in_ledger", "ledger_stage", "finding_code"]
*/
select * from suspect_as_of where is_overdue
