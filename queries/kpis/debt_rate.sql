/*
title = { zh = "债务率", en = "Debt rate" }
definition = { zh = "债务余额 ÷ 综合财力，仅计报告了综合财力的地区", en = "Debt balance ÷ comprehensive financial means, of regions that report the latter" }
source = "003-15"
relation = "debt_as_of"
numerator = "sum(balance_fen)"
denominator = "sum(means_fen)"
additive = true
format = "percent"
better = "lower"
filters = ["region"]
opens = ""
group_by = ["region", "debt_level"]
columns = ["region", "position_date", "limit_fen", "balance_fen", "means_fen", "debt_rate", "limit_use_rate", "is_over_limit", "debt_level"]
order = ["debt_rate desc"]
*/
select * from debt_as_of where means_fen > 0
