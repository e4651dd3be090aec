/*
title = { zh = "本月到期任务", en = "Tasks due this month" }
definition = { zh = "期限在当日所在的月之内的任务，已完成的也计入；已分解的任务只计分解到的各项；不含已取消", en = "Tasks whose due date lies in the month of that day, completed ones included; a task that is broken down counts as its parts; without cancelled ones" }
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
select * from task_as_of where is_leaf and task_state <> 'cancelled' and date_trunc('month', due_date) = date_trunc('month', as_of_date)
