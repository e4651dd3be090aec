/*
title = { zh = "政务信息资源数", en = "Information resources" }
definition = { zh = "截至当日目录中的政务信息资源项数，不含已注销的", en = "Information resources on the list on that day, without those taken off it" }
source = "002-3"
relation = "information_resource_as_of"
measure = "count(*)"
additive = true
format = "count"
filters = ["region", "section"]
opens = "information_system"
group_by = ["region", "unit", "resource_kind", "storage_place", "classification", "update_cycle", "update_state", "sharing_kind"]
columns = ["resource_code", "resource", "unit", "system_name", "sharing_kind", "is_shared", "update_cycle", "last_updated_date", "region", "contents", "data_origin", "resource_kind", "storage_place", "classification"]
*/
select * from information_resource_as_of
