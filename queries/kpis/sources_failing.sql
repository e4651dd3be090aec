/*
title = { zh = "接入失败的来源", en = "Sources failing" }
definition = { zh = "已联网、最近一次到达失败的数据来源数", en = "Connected sources whose latest arrival failed" }
source = "000-16"
relation = "data_source_as_of"
measure = "count(*)"
additive = true
format = "count"
better = "lower"
filters = ["region", "section"]
opens = "data_source"
group_by = ["region", "section", "data_domain", "data_sector"]
columns = ["source_code", "data_source", "unit", "data_domain", "data_sector", "can_connect", "connectable_date", "connected_date", "is_connected", "last_arrival_date", "days_since_arrival", "last_failure_date", "failures", "arrived_rows", "section", "region"]
*/
select * from data_source_as_of where is_connected and is_failing
