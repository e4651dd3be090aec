/*
title = { zh = "税收保障信息采集量", en = "Rows of tax data" }
definition = { zh = "当日所在年度税收保障平台采集的涉税信息条数之和", en = "Rows that came to the tax support platform in the year of that day" }
source = "002-6"
relation = "information_resource_as_of"
measure = "sum(updated_rows)"
additive = true
format = "count"
filters = ["region", "section"]
opens = "information_system"
group_by = ["region", "unit", "resource_kind", "storage_place", "classification", "update_cycle", "update_state", "sharing_kind"]
columns = ["resource_code", "resource", "unit", "update_state", "update_due_date", "is_supplied", "is_used", "use_count", "lead_count", "tax_fen", "region", "system_name", "update_cycle", "last_updated_date", "updated_rows"]
*/
select * from information_resource_as_of where is_tax_support and updated_rows is not null
