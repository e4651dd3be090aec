/*
title = { zh = "疑点属实率", en = "Share of suspects wholly confirmed" }
definition = { zh = "答复为“属实”的疑点 ÷ 已反馈，截至当日；部分属实的不计入分子，由此转入问题台账而未记答复的也不计；未下发即排除的不计入分母；年度为疑点产生的年度；四舍五入到两位", en = "Suspects answered as confirmed ÷ fed back, up to that day; partly confirmed ones do not count, nor those that entered the ledger without an answer; those set aside before they were issued do not count at all; the year is that in which it was flagged; rounded to two decimals" }
source = "000-8"
relation = "suspect_as_of"
numerator = "count(*) filter (where is_wholly_confirmed)"
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
