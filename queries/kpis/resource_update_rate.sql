/*
title = { zh = "信息资源更新及时率", en = "Information resources updated in time" }
definition = { zh = "截至当日没有超过更新周期的项数 ÷ 有固定更新周期的项数；从最近一次更新（没有更新过的从编目）起算一个周期，期满当日仍算及时；不定期更新的不计", en = "Resources within their update cycle, of those with a fixed cycle; a cycle runs from the last update, or from the listing where there was none, its last day included; resources updated as needed do not count" }
source = "002-3"
relation = "information_resource_as_of"
numerator = "count(*) filter (where update_state = 'on_time')"
denominator = "count(*)"
additive = true
format = "percent"
better = "higher"
filters = ["region", "section"]
opens = "information_system"
order = ["update_late_days desc nulls last"]
group_by = ["region", "unit", "resource_kind", "storage_place", "classification", "update_cycle", "update_state", "sharing_kind"]
columns = ["resource_code", "resource", "unit", "region", "system_name", "update_cycle", "last_updated_date", "update_due_date", "update_state", "update_late_days"]
*/
select * from information_resource_as_of where update_state <> 'no_cycle'
