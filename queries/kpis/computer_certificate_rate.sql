/*
title = { zh = "45岁及以下计算机中级持证率", en = "Computer certificate, up to 45 years" }
definition = { zh = "取得计算机审计中级的45周岁及以下业务人员 ÷ 45周岁及以下业务人员；没有出生日期的不计；在职按当日计，资格、人才、证书和职务按人员表的登记现状；人员表不记取得日期，以前年度没有数据", en = "Business staff of up to 45 years with the intermediate computer certificate ÷ all of that age; without those whose birth date is not known; staff in service on that day, qualification, talent, certificate and rank as they are on record; the register keeps no dates for these, so years gone by have no data" }
source = "000-24"
relation = "staff_as_of"
numerator = "count(*) filter (where has_computer_intermediate)"
denominator = "count(*)"
additive = true
format = "percent"
better = "higher"
filters = ["section"]
opens = ""
group_by = ["section", "qualification", "talent"]
columns = ["staff_code", "staff", "section", "age", "qualification", "talent", "has_computer_intermediate", "is_division_head"]
*/
select * from staff_as_of where is_business and age <= 45
