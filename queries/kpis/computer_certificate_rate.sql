/*
title = { zh = "45岁及以下计算机中级持证率", en = "Computer certificate, up to 45 years" }
definition = { zh = "取得计算机审计中级的45周岁及以下业务人员 ÷ 45周岁及以下业务人员；没有出生日期的不计；职务、资格、人才、证书按截至当日的人事记录；只在人员表登记、没有日期的，仅本年可知，以前年度有人不可知时没有数据", en = "Business staff of up to 45 years with the intermediate computer certificate ÷ all of that age; without those whose birth date is not known; headship, qualification, talent and certificate by the dated records up to that day; what the register states without a date is known for the present year only, and a day on which it is not known of everybody has no data" }
source = "000-24"
relation = "staff_as_of"
numerator = "count(*) filter (where has_computer_intermediate)"
denominator = "count(*)"
additive = true
format = "percent"
better = "higher"
filters = ["section"]
opens = "staff"
group_by = ["section", "age_band", "civil_class", "education", "qualification", "talent"]
columns = ["staff_code", "staff", "section", "age", "civil_class", "staff_rank", "qualification", "talent", "has_computer_intermediate", "is_division_head"]
*/
select * from staff_as_of where is_business and age <= 45
qualify bool_and(is_computer_known) over (partition by as_of_date)
