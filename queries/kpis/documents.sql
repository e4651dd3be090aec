/*
title = { zh = "公文", en = "Documents" }
definition = { zh = "截至当日登记的收文和发文件数", en = "Documents received and sent that were registered by that day" }
source = "000-1"
relation = "document_as_of"
measure = "count(*)"
additive = true
format = "count"
filters = ["year", "region", "section"]
opens = "document"
group_by = ["plan_year", "section", "document_direction", "document_type", "document_state", "urgency", "registered_month"]
columns = ["register_code", "document_direction", "document", "document_state", "limit_date", "days_overdue", "section", "counterparty", "document_type", "document_number", "registered_date", "finished_date", "urgency", "is_on_time", "responsible_person", "project", "linked_findings"]
order = ["registered_date desc", "register_code desc"]
*/
select * from document_as_of
