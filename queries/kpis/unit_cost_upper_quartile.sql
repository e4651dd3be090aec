/*
title = { zh = "单位造价上四分位数", en = "Third quartile of the unit cost" }
definition = { zh = "截至当日计价的样本，单位造价（造价 ÷ 工程量）的上四分位数；只对同一类工程有意义，多类工程合在一起不计算；年度按计价日期", en = "Third quartile of the unit cost (cost ÷ quantity) of the observations priced by that day; of one type of works only: several types together have none; the year is that of the pricing" }
source = "000-10"
relation = "unit_cost_as_of"
measure = "case when min(works_type) = max(works_type) then round(quantile_cont(unit_cost_fen, 0.75)) end"
additive = false
format = "fen"
filters = ["year", "region", "section"]
opens = "investment"
group_by = ["plan_year", "region", "section", "investment_sector", "contractor", "works_type", "fence_state"]
columns = ["unit_cost_code", "investment", "works_type", "works_quantity", "unit_cost_fen", "fence_state", "works_fen", "lower_fence_fen", "upper_fence_fen", "priced_date", "contractor", "region", "section"]
*/
select * from unit_cost_as_of
