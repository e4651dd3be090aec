/*
title = { zh = "债务预警地区", en = "Regions warned of for debt" }
definition = { zh = "债务率达到红、橙、黄档，或债务余额超过限额的地区数；各档界线由本局设定", en = "Regions whose debt rate reaches red, orange or yellow, or whose balance exceeds its limit; the grades are thresholds of the bureau" }
source = "003-15"
relation = "debt_as_of"
measure = "count(*)"
additive = true
format = "count"
better = "lower"
filters = ["region"]
opens = ""
group_by = ["debt_level", "region"]
columns = ["region", "position_date", "limit_fen", "balance_fen", "means_fen", "debt_rate", "limit_use_rate", "is_over_limit", "debt_level"]
order = ["debt_rate desc"]
*/
select * from debt_as_of where debt_level in ('red', 'orange', 'yellow') or is_over_limit
