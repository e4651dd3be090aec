/*
title = { zh = "造价水平", en = "Level of cost" }
definition = { zh = "样本单位造价 ÷ 同类工程全部样本截至当日的单位造价中位数，取各样本的平均；高于 100% 即比同类贵；同类不足八个样本的不计；年度按计价日期", en = "Unit cost of an observation ÷ median unit cost of all observations of its type by that day, the mean of the observations; above 100 % is dearer than its kind; without types of fewer than eight observations; the year is that of the pricing" }
source = "001-11"
relation = "unit_cost_as_of"
numerator = "sum(cost_level_rate)"
denominator = "count(*)"
additive = false
format = "percent"
better = "lower"
filters = ["year", "region", "section"]
opens = "investment"
group_by = ["plan_year", "region", "section", "investment_sector", "contractor", "works_type", "fence_state"]
columns = ["unit_cost_code", "investment", "works_type", "works_quantity", "unit_cost_fen", "fence_state", "cost_level_rate", "works_fen", "priced_date", "contractor", "region", "section"]
*/
select * from unit_cost_as_of where cost_level_rate is not null
