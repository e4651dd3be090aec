/*
title = { zh = "信息资源共享率", en = "Information resources shared" }
definition = { zh = "已接入共享平台的项数 ÷ 共享类型为无条件共享或有条件共享的项数；不予共享和没有填共享类型的不计", en = "Resources on the sharing platform, of those to be shared with or without conditions; others do not count" }
source = "002-3"
relation = "information_resource_as_of"
numerator = "count(*) filter (where is_shared)"
denominator = "count(*)"
additive = true
format = "percent"
better = "higher"
filters = ["region", "section"]
opens = "information_system"
group_by = ["region", "unit", "resource_kind", "storage_place", "classification", "update_cycle", "update_state", "sharing_kind"]
columns = ["resource_code", "resource", "unit", "region", "system_name", "update_cycle", "sharing_kind", "is_shared", "shared_date", "listed_date"]
*/
select * from information_resource_as_of where is_to_be_shared
