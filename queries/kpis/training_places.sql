/*
title = { zh = "计划参训人次", en = "Planned places in training" }
definition = { zh = "截至当日已开始的各年度培训计划中的参训人次，取消的培训不计", en = "Places in the courses of the years begun by that day; cancelled courses are left out" }
source = "000-24"
relation = "training_as_of"
measure = "count(*)"
additive = true
format = "count"
filters = ["year", "section"]
opens = "staff"
group_by = ["plan_year", "section", "training_kind", "training_state"]
columns = ["training_code", "training", "training_kind", "planned_start_date", "training_end_date", "training_hours", "staff_code", "staff", "section", "training_state", "completed_date", "plan_year"]
*/
select * from training_as_of where training_state <> 'cancelled'
