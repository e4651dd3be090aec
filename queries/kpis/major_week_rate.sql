/*
title = { zh = "周状态填报率", en = "Weekly states told" }
definition = { zh = "已填报状态的周 ÷ 应填报的周；自列入清单的周起，到当日所在的周或离开清单的前一周；全周无工作日的周不计，补报的按补报之日起计；四舍五入到两位", en = "Weeks whose state was told ÷ weeks that owe one: from the week of the entry to that of the day, or the one before the problem left the list; without weeks that have no working day; what was told late counts from that day; rounded to two decimals" }
source = "001-2"
relation = "major_week_as_of"
numerator = "count(*) filter (where is_told)"
denominator = "count(*)"
additive = true
format = "percent"
better = "higher"
opens = "major_problem"
group_by = ["plan_year", "region", "section", "lead_section", "unit", "project_type", "problem_class", "rectification_type", "amount_band", "major_stage", "major_criterion", "week_colour"]
columns = ["finding_code", "title", "week_date", "is_told", "week_colour", "rule_colour", "is_colour_said", "week_state", "week_next_step", "progress_percent", "told_date", "lead_section", "tracker", "unit", "region", "section", "major_stage", "listed_date", "major_criterion", "amount_fen", "plan_year"]
*/
select * from major_week_as_of where is_owed
