/*
title = { zh = "未说明的两级差异", en = "Differences not explained" }
definition = { zh = "截至当日两级都已审定、金额不同、尚未说明原因的结算项数；差一分也算；年度按送审日期", en = "Settlements that both levels have approved by that day with different amounts and no reason given yet; a difference of one fen counts; the year is that of the submission" }
source = "001-11"
relation = "settlement_as_of"
measure = "count(*)"
additive = true
format = "count"
better = "lower"
filters = ["year", "region", "section"]
opens = "investment"
group_by = ["plan_year", "region", "section", "investment_sector", "level_difference"]
columns = ["settlement_code", "investment", "municipal_fen", "district_fen", "level_difference_fen", "level_difference", "difference_reason", "submitted_fen", "level_gap_fen", "level_gap_rate", "contract_section", "settlement_step", "investment_sector", "region", "section"]
*/
select * from settlement_as_of where level_difference = 'unexplained'
