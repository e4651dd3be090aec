/*
title = { zh = "逾期未回复文书", en = "Answers late" }
definition = { zh = "已发出、要求回复、过了回复期限仍未收到回复的督办文书", en = "Letters of supervision that were sent, ask for an answer and have none after its limit" }
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
select * from escalation_letter_as_of where letter_state = 'late'
