/*
title = { zh = "中级及以上专业技术资格占比", en = "Intermediate qualification or above" }
definition = { zh = "具有中级及以上专业技术资格的业务人员 ÷ 业务人员；职务、资格、人才、证书按截至当日的人事记录；只在人员表登记、没有日期的，仅本年可知，以前年度有人不可知时没有数据", en = "Business staff with an intermediate professional qualification or above ÷ business staff; headship, qualification, talent and certificate by the dated records up to that day; what the register states without a date is known for the present year only, and a day on which it is not known of everybody has no data" }
source = "003-K14"
relation = "staff_as_of"
numerator = "count(*) filter (where qualification in ('intermediate', 'senior'))"
denominator = "count(*)"
additive = true
format = "percent"
better = "higher"
filters = ["section"]
opens = "staff"
group_by = ["section", "age_band", "civil_class", "education", "qualification", "talent"]
columns = ["staff_code", "staff", "section", "age", "civil_class", "staff_rank", "qualification", "talent", "has_computer_intermediate", "is_division_head"]
*/
select * from staff_as_of where is_business
qualify bool_and(is_qualification_known) over (partition by as_of_date)
