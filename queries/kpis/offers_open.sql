/*
title = { zh = "待揭榜任务", en = "Offers without a leader" }
definition = { zh = "截至当日尚未定榜、未撤榜、未到期的任务数，有人揭榜但未定榜的也计", en = "Offers on that day without a leader, neither withdrawn nor past their date; claimed ones that nobody was chosen for included" }
source = "003-22"
relation = "offer_as_of"
measure = "count(*)"
additive = true
format = "count"
better = "lower"
filters = ["year", "section"]
opens = ""
group_by = ["plan_year", "section", "offer_state"]
columns = ["offer_code", "offer", "offer_state", "offered_date", "limit_date", "claims", "staff", "taken_date", "delivered_date", "accepted_date", "is_on_time", "project", "section"]
*/
select * from offer_as_of where offer_state in ('open', 'claimed')
