/*
title = { zh = "50岁以下轮训率", en = "Rotation training, under 50 years" }
definition = { zh = "截至当日24个月内完成大数据轮训或计算机审计中级培训的50周岁以下在职人员 ÷ 50周岁以下在职人员；没有出生日期的不计", en = "Staff under 50 years who completed big-data rotation training or the intermediate computer training within the 24 months up to that day ÷ all staff in service under 50; without those whose birth date is not known" }
source = "000-24"
relation = "staff_as_of"
numerator = "count(*) filter (where is_rotation_trained)"
denominator = "count(*)"
additive = true
format = "percent"
better = "higher"
filters = ["section"]
opens = "staff"
group_by = ["section", "age_band", "civil_class", "education", "qualification", "talent"]
columns = ["staff_code", "staff", "section", "age", "is_rotation_trained", "has_computer_intermediate", "is_business"]
*/
select * from staff_as_of where age < 50
