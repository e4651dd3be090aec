/*
title = { zh = "未完成议定事项", en = "Committee resolutions open" }
definition = { zh = "截至当日尚未完成的议定事项，含超期；分解到科室的仍计一项；不含已取消", en = "Resolutions not completed on that day, overdue ones included; one that is broken down is still one; without cancelled ones" }
source = "003-19"
relation = "task_as_of"
measure = "count(*)"
additive = true
format = "count"
better = "lower"
filters = ["year", "region", "section"]
opens = "task"
group_by = ["plan_year", "region", "section", "task_kind", "task_state", "due_month"]
columns = ["task_code", "task_title", "origin", "task_state", "section", "limit_date", "days_overdue", "progress_percent", "parts_completed", "part_count", "completed_date", "last_note", "last_step_date", "extension_count", "responsible_person", "region", "plan_year", "set_date"]
*/
select * from task_as_of where task_kind = 'committee' and parent_task_id is null and task_state not in ('completed', 'cancelled')
