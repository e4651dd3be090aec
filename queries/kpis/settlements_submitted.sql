/*
title = { zh = "送审金额", en = "Amount submitted" }
definition = { zh = "截至当日已送审结算的送审金额，取决定一级的送审金额；年度按送审日期", en = "Amounts of the settlements submitted by that day, as submitted to the level that decides; the year is that of the submission" }
source = "001-11"
relation = "settlement_as_of"
measure = "coalesce(sum(submitted_fen), 0)"
additive = true
format = "fen"
filters = ["year", "region", "section"]
opens = "investment"
group_by = ["plan_year", "region", "section", "unit", "investment_sector", "contractor", "review_firm", "settlement_step", "review_level", "fence_state"]
columns = ["settlement_code", "investment", "settlement_step", "submitted_fen", "settlement_fen", "cut_fen", "cut_rate", "fence_state", "contract_section", "review_firm", "contractor", "investment_code", "investment_sector", "review_level", "settlement_submitted_date", "settlement_approved_date", "cut_fence_rate", "days_in_review", "region", "section"]
*/
select * from settlement_as_of
