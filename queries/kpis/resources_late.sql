/*
title = { zh = "更新超期的信息资源数", en = "Information resources updated late" }
definition = { zh = "截至当日超过更新周期没有更新的政务信息资源项数，从未更新的也计入", en = "Resources whose update is past its cycle, those never updated among them" }
source = "002-3"
relation = "information_resource_as_of"
measure = "count(*)"
additive = true
format = "count"
better = "lower"
filters = ["region", "section"]
opens = "information_system"
order = ["update_late_days desc nulls last"]
group_by = ["region", "unit", "resource_kind", "storage_place", "classification", "update_cycle", "update_state", "sharing_kind"]
columns = ["resource_code", "resource", "unit", "region", "system_name", "update_cycle", "last_updated_date", "update_due_date", "update_state", "update_late_days"]
*/
select * from information_resource_as_of where update_state in ('late', 'never')
