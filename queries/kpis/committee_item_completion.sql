/*
title = { zh = "审委会议定事项完成率", en = "Committee resolutions done" }
definition = { zh = "已完成事项数 ÷ 截至当日的议定事项数，未到期的也计入分母；分解到科室的仍计一项，以事项本身办结为准；不含已取消；四舍五入到两位", en = "Resolutions completed ÷ matters resolved on or before that day, also those not due yet; one that is broken down is still one and is completed by its own completion; without cancelled ones; rounded to two decimals" }
source = "003-K1"
relation = "task_as_of"
numerator = "count(completed_date)"
denominator = "count(*)"
additive = true
format = "percent"
better = "higher"
filters = ["year", "region", "section"]
opens = "task"
group_by = ["plan_year", "region", "section", "task_kind", "task_state", "due_month"]
columns = ["task_code", "task_title", "origin", "task_state", "section", "limit_date", "days_overdue", "progress_percent", "parts_completed", "part_count", "completed_date", "last_note", "last_step_date", "extension_count", "responsible_person", "region", "plan_year", "set_date"]
*/
select * from task_as_of where task_kind = 'committee' and parent_task_id is null and task_state <> 'cancelled'
