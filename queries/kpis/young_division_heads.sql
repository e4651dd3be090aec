/*
title = { zh = "40岁左右处级领导占比", en = "Division heads around 40 years" }
definition = { zh = "42周岁及以下的处级领导干部 ÷ 处级领导干部；规划只说“40岁左右”，以42周岁为界是本系统的取值；没有出生日期的不计；在职按当日计，资格、人才、证书和职务按人员表的登记现状；人员表不记取得日期，以前年度没有数据", en = "Division heads of up to 42 years ÷ division heads; the plan says “around 40”, the limit of 42 is our reading; without those whose birth date is not known; staff in service on that day, qualification, talent, certificate and rank as they are on record; the register keeps no dates for these, so years gone by have no data" }
source = "003-K16"
relation = "staff_as_of"
numerator = "count(*) filter (where age <= 42)"
denominator = "count(*)"
additive = true
format = "percent"
better = "higher"
filters = ["section"]
opens = ""
group_by = ["section", "qualification", "talent"]
columns = ["staff_code", "staff", "section", "age", "qualification", "talent", "has_computer_intermediate", "is_division_head"]
*/
select * from staff_as_of where is_division_head and age is not null
