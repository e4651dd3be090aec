/*
title = { zh = "应轮审未审", en = "Turns missed" }
definition = { zh = "轮审年度已过、该年度计划内没有审该单位信息系统的项目的单位次数；审计还没有结束的不算", en = "Turns whose year is over and for which no audit of that plan year looks at the unit's systems; one that is still in hand is not missed" }
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
