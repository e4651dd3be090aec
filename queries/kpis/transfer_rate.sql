/*
title = { zh = "应移送事项移送率", en = "Transfer rate" }
definition = { zh = "已移送事项数 ÷ 应移送事项数；截至当日", en = "Matters transferred ÷ matters that had to be transferred, up to that day" }
source = "003-K10"
relation = "transfer_as_of"
numerator = "count(*) filter (where is_sent)"
denominator = "count(*)"
additive = true
format = "percent"
better = "higher"
group_by = ["plan_year", "region", "section", "unit", "project", "project_type", "problem_class", "nature", "rectification_type", "amount_band", "receiving_body", "transfer_state"]
columns = ["transfer_id", "finding_code", "title", "receiving_body", "document_number", "decided_date", "sent_date", "transfer_state", "answer_due_date", "transfer_answered_date", "days_unanswered", "person_count", "is_sent", "amount_fen", "unit", "region", "section", "project", "plan_year", "problem_group"]
*/
select * from transfer_as_of
