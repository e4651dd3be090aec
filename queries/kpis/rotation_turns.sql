/*
title = { zh = "轮审安排", en = "Turns of the rotation" }
definition = { zh = "截至当日列入轮审日历的单位次数，包括以后年度的", en = "Turns in the rotation calendar on that day, those of later years among them" }
source = "002-7"
relation = "system_rotation_as_of"
measure = "count(*)"
additive = true
format = "count"
filters = ["year", "region", "section"]
opens = "unit"
group_by = ["plan_year", "turn_year", "region", "unit", "rotation_state"]
columns = ["unit", "region", "turn_year", "rotation_state", "is_turn_taken", "project", "delivery_date", "listed_date"]
*/
select * from system_rotation_as_of
