/*
title = { zh = "政府债务余额", en = "Government debt" }
definition = { zh = "各地区当日及以前最近一次报告的月末债务余额合计", en = "Debt balance of the regions at the end of the newest month reported by that day" }
source = "003-15"
relation = "debt_as_of"
measure = "coalesce(sum(balance_fen), 0)"
additive = true
format = "fen"
filters = ["region"]
opens = ""
group_by = ["region", "debt_level"]
columns = ["region", "position_date", "limit_fen", "balance_fen", "means_fen", "debt_rate", "limit_use_rate", "is_over_limit", "debt_level"]
*/
select * from debt_as_of
