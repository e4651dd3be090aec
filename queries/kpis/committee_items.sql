/*
title = { zh = "审委会议定事项", en = "Committee resolutions" }
definition = { zh = "截至当日审计委员会会议议定的事项，含已取消；分解到科室的仍计一项", en = "Matters that the audit committee resolved on or before that day, cancelled ones included; one that is broken down to sections is still one" }
source = "003-19"
relation = "task_as_of"
measure = "count(*)"
additive = true
format = "count"
filters = ["year", "region", "section"]
opens = "task"
group_by = ["plan_year", "region", "section", "task_kind", "task_state", "due_month"]
columns = ["task_code", "task_title", "origin", "task_state", "section", "limit_date", "days_overdue", "progress_percent", "parts_completed", "part_count", "completed_date", "last_note", "last_step_date", "extension_count", "responsible_person", "region", "plan_year", "set_date"]
*/
select * from task_as_of where task_kind = 'committee' and parent_task_id is null
