/*
title = { zh = "任务完成率", en = "Task completion rate" }
definition = { zh = "已完成任务数 ÷ 截至当日已下达的任务数，未到期的也计入分母；已分解的任务只计分解到的各项；不含已取消；四舍五入到两位", en = "Tasks completed ÷ tasks set on or before that day, also those not due yet; a task that is broken down counts as its parts; without cancelled ones; rounded to two decimals" }
source = "000-25"
relation = "task_as_of"
numerator = "count(completed_date)"
denominator = "count(*)"
additive = true
format = "percent"
better = "higher"
filters = ["year", "region", "section"]
opens = "task"
group_by = ["plan_year", "region", "section", "task_kind", "task_state", "due_month"]
columns = ["task_code", "task_title", "task_kind", "task_state", "completed_date", "is_on_time", "limit_date", "section", "region", "plan_year", "responsible_person", "last_note", "extension_count", "origin", "parent_title", "set_date"]
*/
select * from task_as_of where is_leaf and task_state <> 'cancelled'
