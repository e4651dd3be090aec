/*
title = { zh = "数据来源", en = "Data sources" }
definition = { zh = "登记的数据来源数，含未联网的", en = "Sources of data in the register, connected or not" }
source = "000-16"
relation = "data_source_as_of"
measure = "count(*)"
additive = true
format = "count"
filters = ["region", "section"]
opens = "data_source"
group_by = ["region", "section", "data_domain", "data_sector"]
columns = ["source_code", "data_source", "unit", "data_domain", "data_sector", "can_connect", "connectable_date", "connected_date", "is_connected", "last_arrival_date", "days_since_arrival", "last_failure_date", "failures", "arrived_rows", "section", "region"]
*/
select * from data_source_as_of
