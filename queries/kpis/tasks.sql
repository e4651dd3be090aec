/*
title = { zh = "任务数", en = "Tasks" }
definition = { zh = "截至当日已下达的任务（年度任务和审委会议定事项），含已取消；已分解的任务只计分解到的各项", en = "Tasks set on or before that day, yearly tasks and committee resolutions, cancelled ones included; a task that is broken down counts as its parts" }
source = "000-25"
relation = "task_as_of"
measure = "count(*)"
additive = true
format = "count"
filters = ["year", "region", "section"]
opens = "task"
group_by = ["plan_year", "region", "section", "task_kind", "task_state", "due_month"]
columns = ["task_code", "task_title", "task_kind", "task_state", "section", "region", "plan_year", "limit_date", "completed_date", "cancelled_date", "days_overdue", "progress_percent", "responsible_person", "last_step", "last_step_date", "last_note", "extension_count", "origin", "parent_title", "set_date"]
*/
select * from task_as_of where is_leaf
