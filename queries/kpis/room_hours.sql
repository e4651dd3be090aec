/*
title = { zh = "数据分析室使用小时", en = "Hours in data rooms" }
definition = { zh = "已离开的各次使用从进入到离开的小时数之和；分钟先相加，再四舍五入到整小时", en = "Hours from entering to leaving, summed over visits that are over; minutes are added first, then rounded to full hours" }
source = "001-5"
relation = "room_booking_as_of"
measure = "cast(round(sum(used_minutes) / 60.0) as bigint)"
additive = false
format = "count"
filters = ["year", "region", "section"]
opens = ""
group_by = ["plan_year", "booked_month", "room", "section", "region", "booking_state"]
order = ["begins_date desc", "begins_time desc"]
columns = ["room", "begins_date", "begins_time", "ends_date", "ends_time", "booking_state", "section", "booked_by", "project", "purpose", "booked_minutes", "used_minutes", "region"]
*/
select * from room_booking_as_of where used_minutes is not null
