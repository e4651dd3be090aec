/*
title = { zh = "清单问题数", en = "Problems on the list" }
definition = { zh = "曾列入重大审计问题清单的问题数，含清单已销号的；不含移出清单的", en = "Problems that were put on the list of major problems, those closed out from it included; without those that were taken off" }
source = "001-2"
relation = "major_problem_as_of"
measure = "count(*)"
additive = true
format = "count"
opens = "major_problem"
group_by = ["plan_year", "region", "section", "lead_section", "unit", "project_type", "problem_class", "rectification_type", "amount_band", "major_stage", "major_criterion", "week_colour"]
columns = ["finding_code", "title", "major_stage", "week_colour", "week_state", "week_next_step", "progress_percent", "week_date", "told_date", "is_colour_said", "is_owed_now", "weeks_missed", "lead_section", "tracker", "unit", "region", "section", "listed_date", "left_list_date", "days_on_list", "days_on_desk", "list_returns", "major_criterion", "state", "due_date", "days_overdue", "amount_fen", "rectified_fen", "plan_year", "project"]
*/
select * from major_problem_as_of where is_listed
