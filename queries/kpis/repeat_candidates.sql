/*
title = { zh = "待认定屡审屡犯", en = "Repeats to be decided" }
definition = { zh = "同一单位（含其前身）同一问题分类在以前计划年度已发现过、台账未标明、尚无人认定的问题；不含移送、撤销", en = "Findings whose unit, or its predecessor, had the same problem class in an earlier plan year, that the ledger does not state as repeats and nobody has decided on; without transferred and withdrawn ones" }
source = "002-9"
relation = "repeat_as_of"
measure = "count(*)"
additive = true
format = "count"
better = "lower"
group_by = ["plan_year", "region", "section", "unit", "supervising_unit", "unit_sector", "project", "project_type", "problem_class", "problem_subclass", "nature", "amount_band", "state", "found_month"]
columns = ["finding_code", "title", "state", "unit", "region", "section", "plan_year", "prior_year", "prior_finding_code", "repeat_years", "project", "project_type", "problem_group", "problem_class", "amount_fen", "found_date", "due_date"]
*/
select * from repeat_as_of where repeat_state = 'candidate'
