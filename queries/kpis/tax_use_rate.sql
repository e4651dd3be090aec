/*
title = { zh = "税收保障信息利用率", en = "Tax data used" }
definition = { zh = "当日所在年度利用（比对）过的涉税信息项数 ÷ 采集过的涉税信息项数", en = "Items used in the year of that day, of those that came at least once" }
source = "002-6"
relation = "information_resource_as_of"
numerator = "count(*) filter (where is_used)"
denominator = "count(*)"
additive = true
format = "percent"
better = "higher"
filters = ["region", "section"]
opens = "information_system"
group_by = ["region", "unit", "resource_kind", "storage_place", "classification", "update_cycle", "update_state", "sharing_kind"]
columns = ["resource_code", "resource", "unit", "update_state", "update_due_date", "is_supplied", "is_used", "use_count", "lead_count", "tax_fen", "region", "system_name", "update_cycle", "last_updated_date", "updated_rows"]
*/
select * from information_resource_as_of where is_tax_support and is_supplied
