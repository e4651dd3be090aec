/*
title = { zh = "批准后使用率", en = "Granted bookings that were used" }
definition = { zh = "实际进入的申请 ÷ 已批准、时间已过或已进入的申请；四舍五入到两位", en = "Bookings whose room was entered ÷ granted bookings that are over or were entered; rounded to two decimals" }
source = "001-5"
relation = "room_booking_as_of"
numerator = "count(*) filter (where booking_state in ('used', 'in_use'))"
denominator = "count(*)"
additive = true
format = "percent"
better = "higher"
filters = ["year", "region", "section"]
opens = ""
group_by = ["plan_year", "booked_month", "room", "section", "region", "booking_state"]
order = ["begins_date desc", "begins_time desc"]
columns = ["room", "begins_date", "begins_time", "ends_date", "ends_time", "booking_state", "section", "booked_by", "project", "purpose", "booked_minutes", "used_minutes", "region"]
*/
select * from room_booking_as_of where booking_state in ('used', 'in_use', 'unused')
