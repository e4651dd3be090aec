/*
title = { zh = "税收保障查补入库", en = "Tax brought in by data" }
definition = { zh = "当日所在年度利用涉税信息查补入库的金额之和", en = "Tax that the use of the data brought in during the year of that day" }
source = "002-6"
relation = "information_resource_as_of"
measure = "sum(tax_fen)"
additive = true
format = "fen"
filters = ["region", "section"]
opens = "information_system"
group_by = ["region", "unit", "resource_kind", "storage_place", "classification", "update_cycle", "update_state", "sharing_kind"]
columns = ["resource_code", "resource", "unit", "update_state", "update_due_date", "is_supplied", "is_used", "use_count", "lead_count", "tax_fen", "region", "system_name", "update_cycle", "last_updated_date", "updated_rows"]
*/
select * from information_resource_as_of where is_tax_support and tax_fen is not null
