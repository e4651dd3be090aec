/*
title = { zh = "月清单任务", en = "Tasks on the monthly list" }
definition = { zh = "当日所在的月的清单：已完成、应完成而未完成、有进展（进展填报、延期或重新办理）三类，截至当日；每项任务只列一类，依上述次序；已分解的任务只计分解到的各项；不含已取消", en = "The list of the month of that day: completed in it, due in it and not completed, or moved in it (progress, extension, taken up again), up to that day; a task stands in the first of these that holds; a task that is broken down counts as its parts; without cancelled ones" }
source = "001-13"
relation = "task_as_of"
measure = "count(*)"
additive = true
format = "count"
filters = ["year", "region", "section"]
opens = "task"
group_by = ["month_part", "section", "region", "plan_year", "task_kind", "task_state"]
columns = ["month_part", "task_code", "task_title", "task_state", "section", "limit_date", "completed_date", "last_note", "days_overdue", "progress_percent", "last_step", "last_step_date", "responsible_person", "is_on_time", "extension_count", "task_kind", "origin", "parent_title", "region", "plan_year", "set_date"]
*/
select * from task_as_of where is_leaf and month_part is not null
