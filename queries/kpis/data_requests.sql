/*
title = { zh = "资料需求", en = "Data requests" }
definition = { zh = "当日以前向被审计单位提出的资料需求数；年度为提出的年份", en = "Requests made to audited units by that day; the year is the one they were made in" }
source = "002-11"
relation = "data_request_as_of"
measure = "count(*)"
additive = true
format = "count"
filters = ["year", "region", "section"]
opens = "data_request"
group_by = ["plan_year", "region", "section", "unit", "project", "request_state"]
columns = ["request_code", "requested", "unit", "project", "request_state", "asked_date", "limit_date", "received_date", "refused_date", "is_on_time", "days_overdue", "reminders", "parts_received", "dataset", "section", "region"]
*/
select * from data_request_as_of
