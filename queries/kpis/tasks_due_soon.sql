/*
title = { zh = "七日内到期任务", en = "Tasks due within 7 days" }
definition = { zh = "期限在当日至其后七天内、尚未完成的任务；已分解的任务只计分解到的各项", en = "Tasks not completed whose due date is that day or one of the seven days after it; a task that is broken down counts as its parts" }
source = "000-25"
relation = "task_as_of"
measure = "count(*)"
additive = true
format = "count"
better = "lower"
filters = ["year", "region", "section"]
opens = "task"
group_by = ["plan_year", "region", "section", "task_kind", "task_state", "due_month"]
columns = ["task_code", "task_title", "task_kind", "task_state", "section", "region", "plan_year", "limit_date", "days_overdue", "progress_percent", "responsible_person", "last_step", "last_step_date", "last_note", "extension_count", "origin", "parent_title", "set_date"]
*/
select * from task_as_of where is_leaf and task_state = 'due_soon'
