/*
title = { zh = "业务专网数", en = "Private networks" }
definition = { zh = "截至当日在用的业务专网个数", en = "Private networks in use on that day" }
source = "002-4"
relation = "it_facility_as_of"
measure = "count(*)"
additive = true
format = "count"
better = "lower"
filters = ["region", "section"]
opens = ""
group_by = ["region", "unit", "facility_kind"]
columns = ["facility_code", "facility", "facility_kind", "unit", "facility_fen", "region", "coverage", "business", "maintainer_name", "since_date"]
*/
select * from it_facility_as_of where facility_kind = 'private_network'
