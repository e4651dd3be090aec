/*
title = { zh = "在办公文", en = "Documents in hand" }
definition = { zh = "截至当日没有办结的公文件数；没有办理期限的发文在登记时即为办结", en = "Documents that are not finished on that day; a sent document without a deadline is finished when it is registered" }
source = "000-1"
relation = "document_as_of"
measure = "count(*)"
additive = true
format = "count"
better = "lower"
filters = ["year", "region", "section"]
opens = "document"
group_by = ["plan_year", "section", "document_direction", "document_type", "document_state", "urgency", "registered_month"]
columns = ["register_code", "document_direction", "document", "document_state", "limit_date", "days_overdue", "section", "counterparty", "document_type", "document_number", "registered_date", "finished_date", "urgency", "is_on_time", "responsible_person", "project", "linked_findings"]
order = ["limit_date", "register_code"]
*/
select * from document_as_of where document_state <> 'finished'
