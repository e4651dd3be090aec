/*
title = { zh = "拒绝提供", en = "Data refused" }
definition = { zh = "被拒绝且至今没有提供的资料需求数", en = "Requests that were refused and not met since" }
source = "002-11"
relation = "data_request_as_of"
measure = "count(*)"
additive = true
format = "count"
better = "lower"
filters = ["year", "region", "section"]
opens = "data_request"
group_by = ["plan_year", "region", "section", "unit", "project", "request_state"]
columns = ["request_code", "requested", "unit", "project", "request_state", "asked_date", "limit_date", "received_date", "refused_date", "is_on_time", "days_overdue", "reminders", "parts_received", "dataset", "section", "region"]
*/
select * from data_request_as_of where request_state = 'refused'
