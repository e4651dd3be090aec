/*
title = { zh = "逾期未办公文", en = "Documents overdue" }
definition = { zh = "截至当日已过办理期限（按最近一次延期）没有办结的公文件数", en = "Documents past their deadline, the newest extension counted, and not finished on that day" }
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
select * from document_as_of where document_state = 'overdue'
