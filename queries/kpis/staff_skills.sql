/*
title = { zh = "技能人次", en = "Skills of the staff" }
definition = { zh = "截至当日在职人员登记的技能，一人一项计一次", en = "Skills on record of the staff in service: one per person and skill" }
source = "001-12"
relation = "staff_skill_as_of"
measure = "count(*)"
additive = true
format = "count"
filters = ["section"]
opens = "staff"
group_by = ["staff_skill", "section", "age_band"]
columns = ["staff_code", "staff", "staff_skill", "section", "age", "qualification"]
*/
select * from staff_skill_as_of
