/*
title = { zh = "未整改问题账龄", en = "Ageing of open findings" }
definition = { zh = "截至当日未整改的问题，按自送达之日起的天数分段；不含移送、撤销", en = "Open findings of that day by the days since they were delivered; without transferred and withdrawn ones" }
source = "003-18"
relation = "finding_as_of"
measure = "count(*)"
additive = true
format = "count"
better = "lower"
group_by = ["ageing_bucket", "region", "section", "unit", "problem_class", "rectification_type", "project_type", "nature", "plan_year"]
columns = ["finding_code", "title", "state", "days_open", "ageing_bucket", "days_overdue", "unit", "region", "section", "project", "project_type", "plan_year", "problem_group", "problem_class", "nature", "rectification_type", "amount_fen", "rectified_fen", "found_date", "due_date"]
*/
select * from finding_as_of where not is_excluded and not is_rectified
