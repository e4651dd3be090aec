/*
title = { zh = "本月完成任务", en = "Tasks completed this month" }
definition = { zh = "当日所在的月之内、截至当日完成的任务；已分解的任务只计分解到的各项", en = "Tasks completed in the month of that day, up to that day; a task that is broken down counts as its parts" }
source = "001-13"
relation = "task_as_of"
measure = "count(*)"
additive = true
format = "count"
better = "higher"
filters = ["year", "region", "section"]
opens = "task"
group_by = ["plan_year", "region", "section", "task_kind", "task_state", "due_month"]
columns = ["task_code", "task_title", "task_kind", "task_state", "completed_date", "is_on_time", "due_date", "section", "region", "plan_year", "responsible_person", "last_note", "extension_count", "origin", "parent_title", "set_date"]
*/
select * from task_as_of where is_leaf and task_state = 'completed' and completed_date >= date_trunc('month', as_of_date)
