/*
title = { zh = "领军和骨干人才占比", en = "Leading and backbone talent" }
definition = { zh = "审计领军人才和业务骨干人才 ÷ 业务人员；人员表没有公务员类别，以业务人员代专业技术类公务员；在职按当日计，资格、人才、证书和职务按人员表的登记现状；人员表不记取得日期，以前年度没有数据", en = "Leading and backbone talent ÷ business staff, who stand for the civil servants of the professional class, which the register does not tell; staff in service on that day, qualification, talent, certificate and rank as they are on record; the register keeps no dates for these, so years gone by have no data" }
source = "003-K13"
relation = "staff_as_of"
numerator = "count(*) filter (where talent is not null)"
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
