/*
title = { zh = "虚假整改待重新打开", en = "False rectifications to reopen" }
definition = { zh = "最近一次核查结果为虚假整改、此后没有重新整改，仍按已整改计的问题；重新打开后不再计", en = "Findings whose latest check found the rectification false and that still count as rectified: not reopened, nor rectified anew after the check" }
source = "003-16"
relation = "truth_check_as_of"
measure = "count(*)"
additive = true
format = "count"
better = "lower"
group_by = ["plan_year", "region", "section", "unit", "supervising_unit", "unit_sector", "project_type", "problem_class", "problem_subclass", "rectification_type", "amount_band", "draw_method"]
columns = ["finding_code", "title", "state", "truth_answer", "checked_date", "rectified_date", "closed_date", "unit", "region", "section", "project", "project_type", "plan_year", "problem_group", "problem_class", "amount_fen", "rectified_fen", "drawn_date", "draw_method", "truth_sample_id"]
*/
select * from (
    select * from truth_check_as_of where is_checked
    qualify row_number() over (
        partition by as_of_date, finding_id order by checked_date desc, truth_check_id desc
    ) = 1
)
where is_false and rectified_date <= checked_date
