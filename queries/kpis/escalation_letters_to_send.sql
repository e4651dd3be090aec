/*
title = { zh = "待编号发出文书", en = "Letters to number and send" }
definition = { zh = "已决定、尚未编号发出的督办文书", en = "Letters of supervision that were decided and have neither their number nor gone out" }
source = "002-9"
relation = "escalation_letter_as_of"
measure = "count(*)"
additive = true
format = "count"
better = "lower"
group_by = ["escalation_step", "letter_state", "region", "section", "unit"]
columns = ["escalation_step", "addressee", "unit", "finding_count", "open_fen", "letter_state", "document_number", "letter_decided_date", "letter_sent_date", "reply_due_date", "reply_date", "days_unanswered", "region", "section"]
order = ["letter_decided_date"]
filters = ["region", "section"]
opens = "escalation_letter"
*/
select * from escalation_letter_as_of where letter_state = 'to_send'
