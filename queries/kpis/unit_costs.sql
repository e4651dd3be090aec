/*
title = { zh = "工程经济指标样本", en = "Observations of unit costs" }
definition = { zh = "截至当日计价的造价样本数；年度按计价日期", en = "Observations priced by that day; the year is that of the pricing" }
source = "000-10"
relation = "unit_cost_as_of"
measure = "count(*)"
additive = true
format = "count"
filters = ["year", "region", "section"]
opens = "investment"
group_by = ["plan_year", "region", "section", "investment_sector", "contractor", "works_type", "fence_state"]
columns = ["unit_cost_code", "investment", "works_type", "works_quantity", "unit_cost_fen", "fence_state", "works_fen", "lower_fence_fen", "upper_fence_fen", "priced_date", "contractor", "region", "section"]
*/
select * from unit_cost_as_of
