/*
title = { zh = "揭榜任务", en = "Offered tasks" }
definition = { zh = "截至当日张榜的任务数，撤榜的也计", en = "Tasks offered to whoever takes them up by that day, withdrawn ones included" }
source = "003-22"
relation = "offer_as_of"
measure = "count(*)"
additive = true
format = "count"
filters = ["year", "section"]
opens = ""
group_by = ["plan_year", "section", "offer_state"]
columns = ["offer_code", "offer", "offer_state", "offered_date", "limit_date", "claims", "staff", "taken_date", "delivered_date", "accepted_date", "is_on_time", "project", "section"]
*/
select * from offer_as_of
