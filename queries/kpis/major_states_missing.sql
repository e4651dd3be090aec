/*
title = { zh = "本周未填报", en = "This week's states missing" }
definition = { zh = "清单在册、当日所在的周（星期一至星期日）尚未填报状态的问题数；全周无工作日的周不要求", en = "Problems open on the list for which nothing was told of the week of that day (Monday to Sunday); a week without a working day owes nothing" }
source = "001-2"
relation = "major_problem_as_of"
measure = "count(*)"
additive = true
format = "count"
better = "lower"
opens = "major_problem"
group_by = ["plan_year", "region", "section", "lead_section", "unit", "project_type", "problem_class", "rectification_type", "amount_band", "major_stage", "major_criterion", "week_colour"]
columns = ["finding_code", "title", "major_stage", "week_colour", "week_state", "week_next_step", "progress_percent", "week_date", "told_date", "is_colour_said", "is_owed_now", "weeks_missed", "lead_section", "tracker", "unit", "region", "section", "listed_date", "left_list_date", "days_on_list", "days_on_desk", "list_returns", "major_criterion", "state", "due_date", "days_overdue", "amount_fen", "rectified_fen", "plan_year", "project"]
*/
select * from major_problem_as_of where is_owed_now
