/*
title = { zh = "直达资金预警", en = "Direct funds warned of" }
definition = { zh = "超过本局设定天数未全部分解下达的，或支付率落后于时间进度超过设定幅度的直达资金笔数；当天满天数不算超过", en = "Allotments not wholly broken down after the bureau's number of days, or paid less than the share of the year since less the bureau's margin; the very last day is in time" }
source = "003-15"
relation = "direct_fund_as_of"
measure = "count(*)"
additive = true
format = "count"
better = "lower"
filters = ["year", "region", "section"]
opens = ""
group_by = ["plan_year", "fund_state", "region", "section"]
columns = ["fund_code", "fund", "region", "fund_state", "allotted_date", "allotted_fen", "broken_down_fen", "fund_paid_fen", "fund_paid_rate", "report_date", "days_since_allotted", "section"]
order = ["fund_state", "allotted_date"]
*/
select * from direct_fund_as_of where fund_state <> 'on_course'
