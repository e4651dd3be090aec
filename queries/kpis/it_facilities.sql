/*
title = { zh = "网络和算力资源数", en = "Networks and pools of computing" }
definition = { zh = "截至当日在用的网络、计算资源、存储资源个数", en = "Networks and pools of computing and storage in use on that day" }
source = "002-4"
relation = "it_facility_as_of"
measure = "count(*)"
additive = true
format = "count"
filters = ["region", "section"]
opens = ""
group_by = ["region", "unit", "facility_kind"]
columns = ["facility_code", "facility", "facility_kind", "unit", "facility_fen", "facility_capacity", "facility_used", "facility_use_rate", "region", "coverage", "business", "maintainer_name", "since_date"]
*/
select * from it_facility_as_of
