/*
title = { zh = "待回复文书", en = "Answers awaited" }
definition = { zh = "已发出、要求回复、尚未收到回复且未过回复期限的督办文书；期限当日不算逾期", en = "Letters of supervision that were sent, ask for an answer, have none and whose limit has not passed; the day of the limit is in time" }
source = "002-9"
relation = "escalation_letter_as_of"
measure = "count(*)"
additive = true
format = "count"
better = "lower"
group_by = ["escalation_step", "letter_state", "region", "section", "unit"]
columns = ["escalation_step", "addressee", "unit", "finding_count", "open_fen", "letter_state", "document_number", "letter_decided_date", "letter_sent_date", "reply_due_date", "reply_date", "days_unanswered", "region", "section"]
order = ["reply_due_date"]
filters = ["region", "section"]
opens = "escalation_letter"
*/
select * from escalation_letter_as_of where letter_state = 'waiting'
