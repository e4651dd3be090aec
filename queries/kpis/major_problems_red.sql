/*
title = { zh = "清单滞后问题", en = "Stuck on the list" }
definition = { zh = "清单在册、最近一次周状态为红色的问题数；红黄绿由规则判定（超过整改时限为红，30 日内到期或无时限为黄），填报人另行判定的从其判定并写明理由", en = "Problems open on the list whose newest weekly state is red; the colour follows the rule (past its limit red, within 30 days of it or without one amber) unless a person judged otherwise and said why" }
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
select * from major_problem_as_of where is_on_list and week_colour = 'red'
