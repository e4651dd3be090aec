/*
title = { zh = "在职人员", en = "Staff in service" }
definition = { zh = "截至当日在职的审计人员数：到岗日期不晚于当日（没有登记的视为在职）、当日未离岗", en = "Members of the staff in service on that day: joined on or before it (those without such a date count), not left" }
source = "001-12"
relation = "staff_as_of"
measure = "count(*)"
additive = true
format = "count"
filters = ["section"]
opens = "staff"
group_by = ["section", "age_band", "civil_class", "education", "staff_rank", "qualification", "talent", "promotion_state"]
columns = ["staff_code", "staff", "section", "age", "education", "civil_class", "staff_rank", "rank_date", "qualification", "talent", "has_computer_intermediate", "is_division_head", "is_business", "joined_date"]
*/
select * from staff_as_of
