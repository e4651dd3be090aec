/*
title = { zh = "可调配人员", en = "Staff free to assign" }
definition = { zh = "截至当日没有在施项目的业务人员数，处级领导不计；供调配时参考", en = "Business staff on no running project on that day, division heads left out: who can be assigned" }
source = "003-22"
relation = "staff_load_as_of"
measure = "count(*)"
additive = true
format = "count"
filters = ["section"]
opens = "staff"
group_by = ["section"]
columns = ["staff_code", "staff", "section", "project_count", "recent_hours", "is_division_head"]
order = ["recent_hours", "staff_code"]
*/
select * from staff_load_as_of where project_count = 0 and not is_division_head
