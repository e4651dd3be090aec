/*
title = { zh = "40岁及以下计算机中级培训率", en = "Computer training, up to 40 years" }
definition = { zh = "取得计算机审计中级的40周岁及以下业务人员 ÷ 40周岁及以下业务人员；人员表只登记取得证书，参加培训而未取得的不计，因此不高于实际培训率；没有出生日期的不计；在职按当日计，资格、人才、证书和职务按人员表的登记现状；人员表不记取得日期，以前年度没有数据", en = "Business staff of up to 40 years with the intermediate computer certificate ÷ all of that age; the register knows the certificate only, so who was trained without obtaining it is left out and the rate is a lower bound; without those whose birth date is not known; staff in service on that day, qualification, talent, certificate and rank as they are on record; the register keeps no dates for these, so years gone by have no data" }
source = "003-K15"
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
select * from staff_as_of where is_business and age <= 40
