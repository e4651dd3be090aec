/*
title = { zh = "督办文书", en = "Letters of supervision" }
definition = { zh = "已决定的督办文书，不含作废的；一份文书可列同一单位的几个问题", en = "Letters of supervision that were decided, without cancelled ones; a letter may list several findings of one unit" }
source = "002-9"
relation = "escalation_letter_as_of"
measure = "count(*)"
additive = true
format = "count"
group_by = ["escalation_step", "letter_state", "region", "section", "unit"]
columns = ["escalation_step", "addressee", "unit", "finding_count", "open_fen", "letter_state", "document_number", "letter_decided_date", "letter_sent_date", "reply_due_date", "reply_date", "days_unanswered", "region", "section"]
order = ["letter_decided_date"]
filters = ["region", "section"]
opens = "escalation_letter"
*/
select * from escalation_letter_as_of
