/*
title = { zh = "两级同审的结算", en = "Settlements reviewed twice" }
definition = { zh = "截至当日市、区两级都已送审的结算项数；年度按送审日期", en = "Settlements submitted to both city and district by that day; the year is that of the submission" }
source = "001-11"
relation = "settlement_as_of"
measure = "count(*)"
additive = true
format = "count"
filters = ["year", "region", "section"]
opens = "investment"
group_by = ["plan_year", "region", "section", "investment_sector", "level_difference"]
columns = ["settlement_code", "investment", "municipal_fen", "district_fen", "level_difference_fen", "level_difference", "difference_reason", "submitted_fen", "level_gap_fen", "level_gap_rate", "contract_section", "settlement_step", "investment_sector", "region", "section"]
order = ["difference_place"]
*/
select * from settlement_as_of where is_two_level
