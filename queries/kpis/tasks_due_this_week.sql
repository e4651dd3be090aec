/*
title = { zh = "本周到期任务", en = "Tasks due this week" }
definition = { zh = "期限在当日所在的周（星期一至星期日）之内的任务，已完成的也计入；已分解的任务只计分解到的各项；不含已取消", en = "Tasks whose due date lies in the week of that day (Monday to Sunday), completed ones included; a task that is broken down counts as its parts; without cancelled ones" }
source = "001-13"
relation = "task_as_of"
measure = "count(*)"
additive = true
format = "count"
filters = ["year", "region", "section"]
opens = "task"
group_by = ["plan_year", "region", "section", "task_kind", "task_state", "due_month"]
columns = ["task_code", "task_title", "task_kind", "task_state", "section", "region", "plan_year", "limit_date", "completed_date", "days_overdue", "progress_percent", "responsible_person", "last_step", "last_step_date", "last_note", "extension_count", "origin", "parent_title", "set_date"]
*/
select * from task_as_of where is_leaf and task_state <> 'cancelled' and date_trunc('week', due_date) = date_trunc('week', as_of_date)
