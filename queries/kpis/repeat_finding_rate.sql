/*
title = { zh = "屡审屡犯率", en = "Repeat finding rate" }
definition = { zh = "屡审屡犯问题数 ÷ 问题数（含移送、撤销）", en = "Repeat findings ÷ all findings, transferred and withdrawn ones included" }
source = "002-9"
relation = "finding_as_of"
numerator = "count(*) filter (where is_repeat)"
denominator = "count(*)"
additive = true
format = "percent"
better = "lower"
group_by = ["plan_year", "region", "section", "unit", "supervising_unit", "unit_sector", "project", "project_type", "problem_class", "problem_subclass", "nature", "rectification_type", "amount_band", "state", "found_month"]
columns = ["finding_code", "title", "state", "is_repeat", "unit", "region", "section", "project", "project_type", "plan_year", "problem_group", "problem_class", "nature", "rectification_type", "amount_fen", "rectified_fen", "found_date", "due_date"]
*/
select * from finding_as_of
