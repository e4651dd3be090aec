/*
title = { zh = "审减率异常的结算", en = "Cuts out of line" }
definition = { zh = "截至当日已审定、审减率高于本领域上界（上四分位数＋1.5 倍四分位距，同领域不少于 8 项，不分年度和地区）的，或送审超过 1000 万元而一分不减的结算项数；年度按送审日期", en = "Approved settlements whose cut rate is above the upper fence of their sector (third quartile and 1.5 times the quartile distance, of eight settlements at least, of all years and regions), or that were submitted with more than 10 million yuan and not cut at all; the year is that of the submission" }
source = "001-11"
relation = "settlement_as_of"
measure = "count(*)"
additive = true
format = "count"
better = "lower"
filters = ["year", "region", "section"]
opens = "investment"
group_by = ["plan_year", "region", "section", "unit", "investment_sector", "contractor", "review_firm", "settlement_step", "review_level", "fence_state"]
columns = ["settlement_code", "investment", "settlement_step", "submitted_fen", "settlement_fen", "cut_fen", "cut_rate", "fence_state", "contract_section", "review_firm", "contractor", "investment_code", "investment_sector", "review_level", "settlement_submitted_date", "settlement_approved_date", "cut_fence_rate", "days_in_review", "region", "section"]
*/
select * from settlement_as_of where fence_state in ('above', 'uncut')
