/*
title = { zh = "待移送事项", en = "Matters to be transferred" }
definition = { zh = "已决定移送、尚未送出的事项", en = "Matters that it was decided to transfer and that have not gone out" }
source = "003-K10"
relation = "transfer_as_of"
measure = "count(*)"
additive = true
format = "count"
better = "lower"
group_by = ["plan_year", "region", "section", "unit", "project", "project_type", "problem_class", "nature", "rectification_type", "amount_band", "receiving_body", "transfer_state"]
columns = ["finding_code", "title", "transfer_state", "is_sent", "receiving_body", "document_number", "person_count", "decided_date", "sent_date", "answer_due_date", "transfer_answered_date", "days_unanswered", "amount_fen", "unit", "region", "section", "project", "plan_year", "problem_group"]
*/
select * from transfer_as_of where not is_sent
