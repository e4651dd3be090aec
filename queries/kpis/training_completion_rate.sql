/*
title = { zh = "培训计划完成率", en = "Training plan completion" }
definition = { zh = "已完成的参训人次 ÷ 计划结束日期已到的参训人次；取消的培训不计，提前完成而计划日期未到的不计", en = "Completed places ÷ places whose course was planned to end by that day; cancelled courses are left out, and those completed before their planned end has come" }
source = "000-24"
relation = "training_as_of"
numerator = "count(*) filter (where training_state = 'completed')"
denominator = "count(*)"
additive = true
format = "percent"
better = "higher"
filters = ["year", "section"]
opens = "staff"
group_by = ["plan_year", "section", "training_kind"]
columns = ["training_code", "training", "training_kind", "planned_start_date", "training_end_date", "training_hours", "staff_code", "staff", "section", "training_state", "completed_date", "plan_year"]
*/
select * from training_as_of where training_state <> 'cancelled' and training_end_date <= as_of_date
