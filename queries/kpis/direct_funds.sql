/*
title = { zh = "直达资金", en = "Direct funds" }
definition = { zh = "截至当日下达的直达资金金额", en = "Direct funds allotted by that day" }
source = "003-15"
relation = "direct_fund_as_of"
measure = "coalesce(sum(allotted_fen), 0)"
additive = true
format = "fen"
filters = ["year", "region", "section"]
opens = ""
group_by = ["plan_year", "fund_state", "region", "section"]
columns = ["fund_code", "fund", "region", "fund_state", "allotted_date", "allotted_fen", "broken_down_fen", "fund_paid_fen", "fund_paid_rate", "report_date", "days_since_allotted", "section"]
*/
select * from direct_fund_as_of
