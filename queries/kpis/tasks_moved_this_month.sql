/*
title = { zh = "本月有进展任务", en = "Tasks moved this month" }
definition = { zh = "当日所在的月之内、截至当日有进展、延期或重开记录，尚未完成的任务；已分解的任务只计分解到的各项", en = "Tasks not yet completed with a progress report, an extension or a reopening in the month of that day, up to that day; a task that is broken down counts as its parts" }
source = "001-13"
relation = "task_as_of"
measure = "count(*)"
additive = true
format = "count"
better = "higher"
filters = ["year", "region", "section"]
opens = "task"
group_by = ["plan_year", "region", "section", "task_kind", "task_state", "due_month"]
columns = ["task_code", "task_title", "task_kind", "task_state", "section", "region", "plan_year", "due_date", "days_overdue", "progress_percent", "responsible_person", "last_step", "last_step_date", "last_note", "extension_count", "origin", "parent_title", "set_date"]
*/
select * from task_as_of where is_leaf and task_state not in ('completed', 'cancelled') and last_step_date >= date_trunc('month', as_of_date)
