/*
title = { zh = "税收保障信息更新及时率", en = "Tax data in time" }
definition = { zh = "截至当日没有超过更新周期的涉税信息项数 ÷ 有固定更新周期的涉税信息项数；算法同信息资源更新及时率", en = "Items of the tax support platform within their update cycle, of those with a fixed cycle; reckoned as for all information resources" }
source = "002-6"
relation = "information_resource_as_of"
numerator = "count(*) filter (where update_state = 'on_time')"
denominator = "count(*)"
additive = true
format = "percent"
better = "higher"
filters = ["region", "section"]
opens = "information_system"
group_by = ["region", "unit", "resource_kind", "storage_place", "classification", "update_cycle", "update_state", "sharing_kind"]
columns = ["resource_code", "resource", "unit", "update_state", "update_due_date", "is_supplied", "is_used", "use_count", "lead_count", "tax_fen", "region", "system_name", "update_cycle", "last_updated_date", "updated_rows"]
*/
select * from information_resource_as_of where is_tax_support and update_state <> 'no_cycle'
