/*
title = { zh = "变更金额", en = "Amount of variations" }
definition = { zh = "截至当日批准的变更、签证、调价和补充合同金额，增减相抵；年度按批准日期", en = "Variations, site instructions, price adjustments and supplementary contracts approved by that day, more and less set off; the year is that of their approval" }
source = "001-11"
relation = "variation_as_of"
measure = "coalesce(sum(variation_entry_fen), 0)"
additive = true
format = "fen"
filters = ["year", "region", "section"]
opens = "investment"
group_by = ["plan_year", "region", "section", "unit", "investment_sector", "contractor", "variation_kind"]
columns = ["variation_code", "investment", "contract_section", "variation_kind", "variation_date", "variation_entry_fen", "signed_fen", "variation_reason", "approver", "contractor", "investment_sector", "region", "section"]
order = ["variation_date"]
*/
select * from variation_as_of
