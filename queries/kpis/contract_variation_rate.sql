/*
title = { zh = "变更率", en = "Variation rate" }
definition = { zh = "截至当日批准的变更、签证、调价和补充合同金额（增减相抵）÷ 合同金额；不含没有合同金额的和已取消的项目；年度按立项批复年度", en = "Variations, site instructions, price adjustments and supplementary contracts approved by that day, more and less set off, ÷ contract amounts; without projects that have no contract amount or are cancelled; the year is that of the approval" }
source = "001-11"
relation = "works_contract_as_of"
numerator = "sum(variation_fen)"
denominator = "sum(signed_fen)"
additive = true
format = "percent"
better = "lower"
filters = ["year", "region", "section"]
opens = "investment"
group_by = ["plan_year", "region", "section", "unit", "investment_sector", "contractor", "investment_state"]
columns = ["investment_code", "investment", "contractor", "signed_fen", "variation_fen", "variation_rate", "supplementary_fen", "supplementary_rate", "variations", "investment_sector", "investment_state", "investment_owner", "region", "section"]
*/
select * from works_contract_as_of
