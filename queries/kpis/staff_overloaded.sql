/*
title = { zh = "同时承担三个以上项目的人员", en = "On three projects or more" }
definition = { zh = "截至当日同时在三个及以上在施项目上的业务人员数；并列出近四周投入小时", en = "Business staff on three running projects or more at once on that day; their hours of the last four weeks are shown" }
source = "003-22"
relation = "staff_load_as_of"
measure = "count(*)"
additive = true
format = "count"
better = "lower"
filters = ["section"]
opens = "staff"
group_by = ["section"]
columns = ["staff_code", "staff", "section", "project_count", "recent_hours", "is_division_head"]
order = ["project_count desc", "recent_hours desc"]
*/
select * from staff_load_as_of where project_count >= 3
