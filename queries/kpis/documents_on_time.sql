/*
title = { zh = "公文按期办结率", en = "Documents finished on time" }
definition = { zh = "在期限内办结的公文 ÷ 有办理期限、已办结或期限已过的公文；期限按最近一次延期，末日办结算按期", en = "Documents finished by their deadline ÷ documents with a deadline that are finished or past it; the newest extension counts, and the last day is in time" }
source = "000-1"
relation = "document_as_of"
numerator = "count(*) filter (where is_on_time)"
denominator = "count(*)"
additive = true
format = "percent"
better = "higher"
filters = ["year", "region", "section"]
opens = "document"
group_by = ["plan_year", "section", "document_direction", "document_type", "document_state", "urgency", "registered_month"]
columns = ["register_code", "document_direction", "document", "document_state", "limit_date", "days_overdue", "section", "counterparty", "document_type", "document_number", "registered_date", "finished_date", "urgency", "is_on_time", "responsible_person", "project", "linked_findings"]
*/
select * from document_as_of
where limit_date is not null and (finished_date is not null or limit_date < as_of_date)
