/*
title = { zh = "单位造价异常的样本", en = "Unit costs out of line" }
definition = { zh = "截至当日计价、单位造价高于或低于同类工程上下界（四分位数外 1.5 倍四分位距，同类不少于 8 个样本，不分年度和地区）的样本数；年度按计价日期", en = "Observations priced by that day whose unit cost is beyond the fences of their type (1.5 times the quartile distance beyond the quartiles, of eight observations at least, of all years and regions); the year is that of the pricing" }
source = "000-10"
relation = "unit_cost_as_of"
measure = "count(*)"
additive = true
format = "count"
better = "lower"
filters = ["year", "region", "section"]
opens = "investment"
group_by = ["plan_year", "region", "section", "investment_sector", "contractor", "works_type", "fence_state"]
columns = ["unit_cost_code", "investment", "works_type", "works_quantity", "unit_cost_fen", "fence_state", "works_fen", "lower_fence_fen", "upper_fence_fen", "priced_date", "contractor", "region", "section"]
*/
select * from unit_cost_as_of where fence_state in ('above', 'below')
