/*
title = { zh = "资料按期提供率", en = "Data provided on time" }
definition = { zh = "按期提供的需求 ÷ 已到期或已提供的需求；四舍五入到两位", en = "Requests met by their due date ÷ requests due or met; rounded to two decimals" }
source = "002-11"
relation = "data_request_as_of"
numerator = "count(*) filter (where is_on_time)"
denominator = "count(*)"
additive = true
format = "percent"
better = "higher"
filters = ["year", "region", "section"]
opens = "data_request"
group_by = ["plan_year", "region", "section", "unit", "project", "request_state"]
columns = ["request_code", "requested", "unit", "project", "request_state", "asked_date", "limit_date", "received_date", "refused_date", "is_on_time", "days_overdue", "reminders", "parts_received", "dataset", "section", "region"]
*/
select * from data_request_as_of where is_decided
