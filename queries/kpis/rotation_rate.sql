/*
title = { zh = "轮审覆盖率", en = "Turns of the rotation taken" }
definition = { zh = "已轮审的单位次数 ÷ 轮审日历中轮审年度不晚于当日年度的单位次数；该年度计划内审了该单位信息系统、报告已送达的，算已轮审", en = "Turns taken, of those in the rotation calendar whose year is not after that of the day; a turn is taken when an audit of that plan year that looks at the unit's systems has delivered its report" }
source = "002-7"
relation = "system_rotation_as_of"
numerator = "count(*) filter (where is_turn_taken)"
denominator = "count(*)"
additive = true
format = "percent"
better = "higher"
filters = ["year", "region", "section"]
opens = "unit"
group_by = ["plan_year", "turn_year", "region", "unit", "rotation_state"]
columns = ["unit", "region", "turn_year", "rotation_state", "is_turn_taken", "project", "delivery_date", "listed_date"]
*/
select * from system_rotation_as_of where rotation_state <> 'coming' and turn_year <= year(as_of_date)
