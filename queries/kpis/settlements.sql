/*
title = { zh = "结算项目", en = "Settlements" }
definition = { zh = "截至当日已送审的结算项数；两级同审的一项只计一次，环节取市级审核的，市级不审的取区级；年度按送审日期", en = "Settlements submitted by that day; one that both levels review counts once, at the step of the city's review, or of the district's where the city does not review; the year is that of the submission" }
source = "001-11"
relation = "settlement_as_of"
measure = "count(*)"
additive = true
format = "count"
filters = ["year", "region", "section"]
opens = "investment"
group_by = ["plan_year", "region", "section", "unit", "investment_sector", "contractor", "review_firm", "settlement_step", "review_level", "fence_state"]
columns = ["settlement_code", "investment", "settlement_step", "submitted_fen", "settlement_fen", "cut_fen", "cut_rate", "fence_state", "contract_section", "review_firm", "contractor", "investment_code", "investment_sector", "review_level", "settlement_submitted_date", "settlement_approved_date", "cut_fence_rate", "days_in_review", "region", "section"]
*/
select * from settlement_as_of
