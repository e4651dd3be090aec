/*
title = { zh = "数据分析室申请", en = "Bookings of data rooms" }
definition = { zh = "当日以前提出的数据分析室使用申请数；撤回的不计；年度和月份为使用开始之日", en = "Bookings asked for by that day without those withdrawn; year and month are those of the day they begin on" }
source = "001-5"
relation = "room_booking_as_of"
measure = "count(*)"
additive = true
format = "count"
filters = ["year", "region", "section"]
opens = ""
group_by = ["plan_year", "booked_month", "room", "section", "region", "booking_state"]
order = ["begins_date desc", "begins_time desc"]
columns = ["room", "begins_date", "begins_time", "ends_date", "ends_time", "booking_state", "section", "booked_by", "project", "purpose", "booked_minutes", "used_minutes", "region"]
*/
select * from room_booking_as_of where booking_state <> 'withdrawn'
