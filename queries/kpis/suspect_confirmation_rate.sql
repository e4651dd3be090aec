/*
title = { zh = "疑点查实率", en = "Suspect confirmation rate" }
definition = { zh = "（属实＋部分属实）÷ 已反馈，截至当日，已入问题台账的计为属实；未下发即排除的不计；年度为疑点产生的年度；四舍五入到两位", en = "Confirmed and partly confirmed ÷ fed back, up to that day; those in the findings ledger count as confirmed; those set aside before they were issued do not count; the year is that in which it was flagged; rounded to two decimals" }
source = "000-8"
relation = "suspect_as_of"
numerator = "count(*) filter (where is_confirmed)"
denominator = "count(*)"
additive = true
format = "percent"
better = "higher"
filters = ["year", "region", "section"]
opens = "suspect"
group_by = ["plan_year", "region", "section", "audit_model", "model_sector", "severity", "issued_to", "suspect_state", "digital_step", "suspect_answer", "ledger_stage"]
columns = ["model_code", "model", "entity_reference", "summary", "severity", "suspect_state", "digital_step", "suspect_answer", "suspect_fen", "issued_to", "due_date", "days_overdue", "section", "region", "flagged_date", "issued_date", "answered_date", "is_confirmed", "is_wholly_confirmed", "is_in_ledger", "ledger_stage", "finding_code"]
*/
select * from suspect_as_of where is_fed_back
