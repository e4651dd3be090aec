/*
title = { zh = "任务分解条目", en = "Entries of the task board" }
definition = { zh = "截至当日下达的全部条目：任务、议定事项及其分解到的各项，各计一条，含已取消；用于任务分解表，不用于比率", en = "Every entry set on or before that day: tasks, resolutions and the parts they are broken down to, each counted, cancelled ones included; for the task board, not for rates" }
source = "000-25"
relation = "task_as_of"
measure = "count(*)"
additive = true
format = "count"
filters = ["year", "region", "section"]
opens = "task"
group_by = ["plan_year", "region", "section", "task_kind", "task_state", "due_month"]
columns = ["task_path", "task_code", "task_title", "task_kind", "task_state", "parent_title", "section", "region", "limit_date", "days_overdue", "progress_percent", "parts_completed", "part_count", "completed_date", "responsible_person", "plan_year", "set_date"]
*/
select * from task_as_of
