/*
title = { zh = "直达资金支付率", en = "Direct funds paid" }
definition = { zh = "累计支付金额 ÷ 下达金额，取当日及以前最近一次月报；没有月报的按零", en = "Amounts paid ÷ amounts allotted, from the newest report by that day; without a report nought" }
source = "003-15"
relation = "direct_fund_as_of"
numerator = "sum(fund_paid_fen)"
denominator = "sum(allotted_fen)"
additive = true
format = "percent"
better = "higher"
filters = ["year", "region", "section"]
opens = ""
group_by = ["plan_year", "fund_state", "region", "section"]
columns = ["fund_code", "fund", "region", "fund_state", "allotted_date", "allotted_fen", "broken_down_fen", "fund_paid_fen", "fund_paid_rate", "report_date", "days_since_allotted", "section"]
*/
select * from direct_fund_as_of
