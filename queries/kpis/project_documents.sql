/*
title = { zh = "项目公文", en = "Documents of projects" }
definition = { zh = "截至当日登记、与审计项目或其问题关联的公文；关联几个项目，在每个项目下各计一件", en = "Documents registered by that day that are about an audit project or a finding of it; one that is about several projects counts once for each" }
source = "000-1"
relation = "document_project_as_of"
measure = "count(*)"
additive = true
format = "count"
filters = ["year", "region", "section"]
opens = "document"
group_by = ["plan_year", "section", "project", "region", "document_direction", "document_type", "document_state", "urgency", "registered_month"]
columns = ["register_code", "document_direction", "document", "document_state", "limit_date", "days_overdue", "section", "counterparty", "document_type", "document_number", "registered_date", "finished_date", "urgency", "is_on_time", "responsible_person", "project", "linked_findings"]
order = ["registered_date desc", "register_code desc"]
*/
select * from document_project_as_of
