/*
title = { zh = "真实性核查问题数", en = "Findings drawn for a truth check" }
definition = { zh = "认定已整改后被抽中核查的问题，截至当日；一个问题在几个样本里被抽中的，各计一次", en = "Findings accepted as rectified that were drawn to be checked, up to that day; one drawn in several samples counts in each" }
source = "003-16"
relation = "truth_check_as_of"
measure = "count(*)"
additive = true
format = "count"
group_by = ["plan_year", "region", "section", "unit", "supervising_unit", "unit_sector", "project_type", "problem_class", "problem_subclass", "rectification_type", "amount_band", "draw_method", "truth_answer"]
columns = ["finding_code", "title", "truth_answer", "is_false", "drawn_date", "checked_date", "draw_method", "truth_sample_id", "state", "unit", "region", "section", "project", "project_type", "plan_year", "problem_group", "problem_class", "amount_fen", "rectified_fen", "rectified_date", "closed_date"]
*/
select * from truth_check_as_of
