/*
title = { zh = "联网单位网络采集数据比例", en = "Sources collected over the network" }
definition = { zh = "已联网的数据来源 ÷ 具备联网条件的数据来源；一个单位的每个系统各计一项；具备条件指已具备政务网络条件且与数据采集网站对接，以登记的具备联网条件日期为准，没有日期的视为一直具备；四舍五入到两位", en = "Sources connected on that day ÷ sources that can be connected, each system of a unit being one; a source can be connected since the day in the register, or always where it has none; rounded to two decimals" }
source = "003-K6"
relation = "data_source_as_of"
numerator = "count(*) filter (where is_connected)"
denominator = "count(*)"
additive = true
format = "percent"
better = "higher"
filters = ["region", "section"]
opens = "data_source"
group_by = ["region", "section", "data_domain", "data_sector"]
columns = ["source_code", "data_source", "unit", "data_domain", "data_sector", "can_connect", "connectable_date", "connected_date", "is_connected", "last_arrival_date", "days_since_arrival", "last_failure_date", "failures", "arrived_rows", "section", "region"]
*/
select * from data_source_as_of where can_connect
