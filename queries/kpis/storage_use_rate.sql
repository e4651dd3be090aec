/*
title = { zh = "存储资源利用率", en = "Storage resources used" }
definition = { zh = "已用量 ÷ 总量（GB），取截至当日最近一次统计；没有统计的不计", en = "What is used over what there is (GB), as newest counted on that day; what was never counted is left out" }
source = "002-4"
relation = "it_facility_as_of"
numerator = "sum(facility_used)"
denominator = "sum(facility_capacity)"
additive = true
format = "percent"
better = "higher"
filters = ["region", "section"]
opens = ""
group_by = ["region", "unit", "facility_kind"]
columns = ["facility_code", "facility", "facility_kind", "unit", "facility_fen", "facility_capacity", "facility_used", "facility_use_rate", "region", "coverage", "business", "maintainer_name", "since_date", "counted_date"]
*/
select *
from it_facility_as_of
where facility_kind = 'storage' and facility_capacity > 0 and facility_used is not null
