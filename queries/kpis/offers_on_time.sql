/*
title = { zh = "揭榜任务按期交付率", en = "Offers delivered on time" }
definition = { zh = "按期交付并通过验收的任务 ÷ 交付期限已到或已验收的任务；撤榜的不计", en = "Offers delivered in time and accepted ÷ offers accepted or past their day of delivery; withdrawn ones are left out" }
source = "003-22"
relation = "offer_as_of"
numerator = "count(*) filter (where is_on_time)"
denominator = "count(*)"
additive = true
format = "percent"
better = "higher"
filters = ["year", "section"]
opens = ""
group_by = ["plan_year", "section"]
columns = ["offer_code", "offer", "offer_state", "offered_date", "limit_date", "claims", "staff", "taken_date", "delivered_date", "accepted_date", "is_on_time", "project", "section"]
*/
select * from offer_as_of
where offer_state <> 'withdrawn' and (offer_state = 'accepted' or limit_date < as_of_date)
