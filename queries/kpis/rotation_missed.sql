/*
title = { zh = "应轮审未审", en = "Turns missed" }
definition = { zh = "轮审年度已过、该年度没有审的单位次数", en = "Turns whose year is over without an audit of that year" }
source = "002-7"
relation = "system_rotation_as_of"
measure = "count(*)"
additive = true
format = "count"
better = "lower"
filters = ["year", "region", "section"]
opens = "unit"
group_by = ["plan_year", "turn_year", "region", "unit", "rotation_state"]
columns = ["unit", "region", "turn_year", "rotation_state", "is_turn_taken", "project", "delivery_date", "listed_date"]
*/
select * from system_rotation_as_of where rotation_state = 'missed'
