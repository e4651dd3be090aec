/*
title = { zh = "已整改金额", en = "Amount rectified" }
definition = { zh = "截至当日登记的已整改金额之和，按上缴财政、归还原渠道、调账等方式分列；按登记数，不封顶", en = "Rectified money recorded up to that day, by kind: paid to treasury, returned to source, accounts adjusted and so on; as recorded, without a cap" }
source = "docs/rectification-rates.md"
relation = "money_as_of"
measure = "sum(rectified_entry_fen)"
additive = true
format = "fen"
better = "higher"
group_by = ["plan_year", "region", "section", "unit", "project", "project_type", "problem_class", "nature", "rectification_type", "amount_band", "money_kind"]
columns = ["finding_code", "title", "money_kind", "rectified_entry_fen", "fact_date", "amount_fen", "unit", "region", "section", "project", "plan_year", "problem_group", "nature"]
*/
select * from money_as_of
