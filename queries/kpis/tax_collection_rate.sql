/*
title = { zh = "税收保障信息采集率", en = "Tax data collected" }
definition = { zh = "采集过至少一次的涉税信息项数 ÷ 税收保障平台应采集的涉税信息项数", en = "Items that came at least once, of those that the tax support platform is to collect" }
source = "002-6"
relation = "information_resource_as_of"
numerator = "count(*) filter (where is_supplied)"
denominator = "count(*)"
additive = true
format = "percent"
better = "higher"
filters = ["region", "section"]
opens = "information_system"
group_by = ["region", "unit", "resource_kind", "storage_place", "classification", "update_cycle", "update_state", "sharing_kind"]
columns = ["resource_code", "resource", "unit", "update_state", "update_due_date", "is_supplied", "is_used", "use_count", "lead_count", "tax_fen", "region", "system_name", "update_cycle", "last_updated_date", "updated_rows"]
*/
select * from information_resource_as_of where is_tax_support
