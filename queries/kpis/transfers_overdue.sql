/*
title = { zh = "移送反馈超期", en = "Answers to transfers overdue" }
definition = { zh = "已送出、过了反馈期限仍无结果的事项；没有登记期限的不计", en = "Matters that were sent and are not answered after the day agreed; without such a day they are not counted" }
source = "003-K10"
relation = "transfer_as_of"
measure = "count(*)"
additive = true
format = "count"
better = "lower"
group_by = ["plan_year", "region", "section", "unit", "project", "project_type", "problem_class", "nature", "rectification_type", "amount_band", "receiving_body", "transfer_state"]
columns = ["finding_code", "title", "transfer_state", "is_sent", "receiving_body", "document_number", "person_count", "decided_date", "sent_date", "answer_due_date", "transfer_answered_date", "days_unanswered", "amount_fen", "unit", "region", "section", "project", "plan_year", "problem_group"]
*/
select * from transfer_as_of where transfer_state = 'overdue'
