/*
title = { zh = "两级审定差异率", en = "Difference of the two levels" }
definition = { zh = "市、区两级审定金额之差的绝对值 ÷ 送审金额，截至当日两级都已审定的结算；年度按送审日期", en = "Differences between what city and district approved, whichever is more, ÷ amounts submitted, of the settlements that both have approved by that day; the year is that of the submission" }
source = "001-11"
relation = "settlement_as_of"
numerator = "sum(level_gap_fen)"
denominator = "sum(submitted_fen)"
additive = true
format = "percent"
better = "lower"
filters = ["year", "region", "section"]
opens = "investment"
group_by = ["plan_year", "region", "section", "investment_sector", "level_difference"]
columns = ["settlement_code", "investment", "municipal_fen", "district_fen", "level_difference_fen", "level_difference", "difference_reason", "submitted_fen", "level_gap_fen", "level_gap_rate", "contract_section", "settlement_step", "investment_sector", "region", "section"]
*/
select * from settlement_as_of where level_difference in ('none', 'explained', 'unexplained')
