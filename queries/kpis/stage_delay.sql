/*
title = { zh = "环节平均滞后", en = "Mean delay of a stage" }
definition = { zh = "各环节实际日期较计划日期滞后工作日数的平均；计划日期已过仍未办的算到当日；提前的按0计；没有计划日期和已被跳过的不计", en = "Mean of the working days by which stages were reached after their planned date; a stage awaited past its date counts to that day; early ones count as 0; without stages that have no planned date or were passed over" }
source = "000-4"
relation = "stage_as_of"
measure = "avg(greatest(delay_days, 0))"
additive = false
format = "days"
better = "lower"
filters = ["year", "region", "section", "project_type"]
opens = "project"
group_by = ["plan_year", "region", "section", "project_type", "stage"]
columns = ["project_code", "project", "stage", "planned_date", "actual_date", "delay_days", "unit", "region", "section", "project_type", "plan_year"]
*/
select * from stage_as_of where delay_days is not null
