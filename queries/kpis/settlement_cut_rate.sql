/*
title = { zh = "审减率", en = "Cut rate" }
definition = { zh = "（送审金额－审定金额）÷ 送审金额，截至当日已审定的结算；年度按送审日期", en = "(Submitted - approved) ÷ submitted, of the settlements approved by that day; the year is that of the submission" }
source = "001-11"
relation = "settlement_as_of"
numerator = "sum(cut_fen)"
denominator = "sum(submitted_fen)"
additive = true
format = "percent"
better = "lower"
filters = ["year", "region", "section"]
opens = "investment"
group_by = ["plan_year", "region", "section", "unit", "investment_sector", "contractor", "review_firm", "settlement_step", "review_level", "fence_state"]
columns = ["settlement_code", "investment", "settlement_step", "submitted_fen", "settlement_fen", "cut_fen", "cut_rate", "fence_state", "contract_section", "review_firm", "contractor", "investment_code", "investment_sector", "review_level", "settlement_submitted_date", "settlement_approved_date", "cut_fence_rate", "days_in_review", "region", "section"]
*/
select * from settlement_as_of where settlement_step = 'approved'
