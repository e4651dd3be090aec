/*
title = { zh = "应移送人员移送率", en = "Transfer rate of persons" }
definition = { zh = "已移送事项涉及的人员 ÷ 应移送事项涉及的人员；截至当日；没有登记人数的事项不计", en = "Persons in matters transferred ÷ persons in matters that had to be transferred, up to that day; matters without a number of persons are left out" }
source = "003-K10"
relation = "transfer_as_of"
numerator = "coalesce(sum(person_count) filter (where is_sent), 0)"
denominator = "coalesce(sum(person_count), 0)"
additive = true
format = "percent"
better = "higher"
group_by = ["plan_year", "region", "section", "unit", "project", "project_type", "problem_class", "nature", "rectification_type", "amount_band", "receiving_body", "transfer_state"]
columns = ["finding_code", "title", "transfer_state", "is_sent", "receiving_body", "document_number", "person_count", "decided_date", "sent_date", "answer_due_date", "transfer_answered_date", "days_unanswered", "amount_fen", "unit", "region", "section", "project", "plan_year", "problem_group"]
*/
select * from transfer_as_of where person_count > 0
