/*
title = { zh = "屡审屡犯问题数", en = "Repeat findings" }
definition = { zh = "台账标明或经人工确认属于屡审屡犯的问题", en = "Findings that the ledger states, or a person confirmed, to be repeats" }
source = "002-9"
relation = "finding_as_of"
measure = "count(*)"
additive = true
format = "count"
better = "lower"
group_by = ["plan_year", "region", "section", "unit", "supervising_unit", "unit_sector", "project", "project_type", "problem_class", "problem_subclass", "nature", "rectification_type", "amount_band", "state", "found_month"]
columns = ["finding_code", "title", "state", "is_repeat", "unit", "region", "section", "project", "project_type", "plan_year", "problem_group", "problem_class", "nature", "rectification_type", "amount_fen", "rectified_fen", "found_date", "due_date"]
*/
select * from finding_as_of where is_repeat
