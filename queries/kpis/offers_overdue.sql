/*
title = { zh = "逾期未交付的揭榜任务", en = "Offers overdue" }
definition = { zh = "截至当日已过交付期限、没有交付的任务数，无人揭榜而过期的也计", en = "Offers past the day of delivery and not delivered, those nobody took up included" }
source = "003-22"
relation = "offer_as_of"
measure = "count(*)"
additive = true
format = "count"
better = "lower"
filters = ["year", "section"]
opens = ""
group_by = ["plan_year", "section"]
columns = ["offer_code", "offer", "offer_state", "offered_date", "limit_date", "claims", "staff", "taken_date", "delivered_date", "accepted_date", "is_on_time", "project", "section"]
*/
select * from offer_as_of where offer_state = 'overdue'
