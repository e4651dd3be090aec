/*
title = { zh = "中级及以上专业技术资格占比", en = "Intermediate qualification or above" }
definition = { zh = "具有中级及以上专业技术资格的业务人员 ÷ 业务人员；在职按当日计，资格、人才、证书和职务按人员表的登记现状；人员表不记取得日期，以前年度没有数据", en = "Business staff with an intermediate professional qualification or above ÷ business staff; staff in service on that day, qualification, talent, certificate and rank as they are on record; the register keeps no dates for these, so years gone by have no data" }
source = "003-K14"
relation = "staff_as_of"
numerator = "count(*) filter (where qualification in ('intermediate', 'senior'))"
denominator = "count(*)"
additive = true
format = "percent"
better = "higher"
filters = ["section"]
opens = ""
group_by = ["section", "qualification", "talent"]
columns = ["staff_code", "staff", "section", "age", "qualification", "talent", "has_computer_intermediate", "is_division_head"]
*/
select * from staff_as_of where is_business
