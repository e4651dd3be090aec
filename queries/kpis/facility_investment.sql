/*
title = { zh = "网络和算力投资", en = "Investment in networks and computing" }
definition = { zh = "截至当日在用的网络、计算资源、存储资源投资规模之和", en = "Sum of the investment in the networks and pools in use on that day" }
source = "002-4"
relation = "it_facility_as_of"
measure = "sum(facility_fen)"
additive = true
format = "fen"
filters = ["region", "section"]
opens = ""
group_by = ["region", "unit", "facility_kind"]
columns = ["facility_code", "facility", "facility_kind", "unit", "region", "coverage", "business", "maintainer_name", "since_date", "facility_fen"]
*/
select * from it_facility_as_of where facility_fen is not null
