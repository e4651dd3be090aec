/*
title = { zh = "在审结算项目", en = "Settlements in review" }
definition = { zh = "截至当日已送审、尚未审定的结算项数；年度按送审日期", en = "Settlements submitted by that day and not yet approved; the year is that of the submission" }
source = "001-11"
relation = "settlement_as_of"
measure = "count(*)"
additive = true
format = "count"
filters = ["year", "region", "section"]
opens = "investment"
group_by = ["plan_year", "region", "section", "unit", "investment_sector", "contractor", "review_firm", "settlement_step", "review_level", "fence_state"]
columns = ["settlement_code", "investment", "settlement_step", "submitted_fen", "settlement_fen", "cut_fen", "cut_rate", "fence_state", "contract_section", "review_firm", "contractor", "investment_code", "investment_sector", "review_level", "settlement_submitted_date", "settlement_approved_date", "cut_fence_rate", "days_in_review", "region", "section"]
order = ["settlement_submitted_date"]
*/
select * from settlement_as_of where settlement_step <> 'approved'
