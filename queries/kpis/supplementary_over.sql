/*
title = { zh = "补充合同超过一成的项目", en = "Supplementary contracts over 10 %" }
definition = { zh = "截至当日补充合同累计超过合同金额 10% 的项目数；正好 10% 不算；年度按立项批复年度", en = "Projects whose supplementary contracts by that day are more than 10 % of the contract amount; 10 % itself is not more; the year is that of the approval" }
source = "001-11"
relation = "works_contract_as_of"
measure = "count(*)"
additive = true
format = "count"
better = "lower"
filters = ["year", "region", "section"]
opens = "investment"
group_by = ["plan_year", "region", "section", "unit", "investment_sector", "contractor", "investment_state"]
columns = ["investment_code", "investment", "signed_fen", "supplementary_fen", "supplementary_rate", "variation_fen", "variation_rate", "contractor", "variations", "investment_sector", "investment_state", "investment_owner", "region", "section"]
*/
select * from works_contract_as_of where supplementary_fen * 10 > signed_fen
