/*
title = { zh = "虚假整改占比", en = "Share of false rectification" }
definition = { zh = "核查结果为虚假整改的问题 ÷ 已有核查结果的问题；按抽样抽出的问题计，部分属实不计为虚假；四舍五入到两位", en = "Findings whose check found the rectification false ÷ findings checked; those that were drawn in samples; partly true ones are not false; rounded to two decimals" }
source = "003-16"
relation = "truth_check_as_of"
numerator = "count(*) filter (where is_false)"
denominator = "count(*)"
additive = true
format = "percent"
better = "lower"
group_by = ["plan_year", "region", "section", "unit", "supervising_unit", "unit_sector", "project_type", "problem_class", "problem_subclass", "rectification_type", "amount_band", "draw_method", "truth_answer"]
columns = ["finding_code", "title", "truth_answer", "is_false", "drawn_date", "checked_date", "draw_method", "truth_sample_id", "state", "unit", "region", "section", "project", "project_type", "plan_year", "problem_group", "problem_class", "amount_fen", "rectified_fen", "rectified_date", "closed_date"]
*/
select * from truth_check_as_of where is_checked
