/*
title = { zh = "待核查问题数", en = "Truth checks waiting" }
definition = { zh = "已抽中、尚无核查结果的问题", en = "Findings that were drawn and have no result yet" }
source = "003-16"
relation = "truth_check_as_of"
measure = "count(*)"
additive = true
format = "count"
better = "lower"
group_by = ["plan_year", "region", "section", "unit", "supervising_unit", "unit_sector", "project_type", "problem_class", "problem_subclass", "rectification_type", "amount_band", "draw_method", "truth_answer"]
columns = ["finding_code", "title", "truth_answer", "is_false", "drawn_date", "checked_date", "draw_method", "truth_sample_id", "state", "unit", "region", "section", "project", "project_type", "plan_year", "problem_group", "problem_class", "amount_fen", "rectified_fen", "rectified_date", "closed_date"]
*/
select * from truth_check_as_of where not is_checked
