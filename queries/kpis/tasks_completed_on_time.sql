/*
title = { zh = "任务按期完成率", en = "Tasks completed on time" }
definition = { zh = "在期限（含批准的延期）当日或之前完成的任务数 ÷ 已完成的任务数；已分解的任务只计分解到的各项；未设期限的不计", en = "Of the completed tasks that have a due date, the share completed on or before it, extensions included; a task that is broken down counts as its parts" }
source = "000-25"
relation = "task_as_of"
numerator = "count(*) filter (where is_on_time)"
denominator = "count(*)"
additive = true
format = "percent"
better = "higher"
filters = ["year", "region", "section"]
opens = "task"
group_by = ["plan_year", "region", "section", "task_kind", "task_state", "due_month"]
columns = ["task_code", "task_title", "task_kind", "task_state", "completed_date", "is_on_time", "limit_date", "section", "region", "plan_year", "responsible_person", "last_note", "extension_count", "origin", "parent_title", "set_date"]
*/
select * from task_as_of where is_leaf and task_state = 'completed' and due_date is not null
