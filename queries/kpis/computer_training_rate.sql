/*
title = { zh = "40岁及以下计算机中级培训率", en = "Computer training, up to 40 years" }
definition = { zh = "参加过计算机审计中级培训或取得计算机审计中级的40周岁及以下业务人员 ÷ 40周岁及以下业务人员；培训以登记的完成日期为准，通过与否不论；没有出生日期的不计；职务、资格、人才、证书按截至当日的人事记录；只在人员表登记、没有日期的，仅本年可知，以前年度有人不可知时没有数据", en = "Business staff of up to 40 years who completed the intermediate computer training, passed or not, or hold the certificate ÷ all of that age; without those whose birth date is not known; headship, qualification, talent and certificate by the dated records up to that day; what the register states without a date is known for the present year only, and a day on which it is not known of everybody has no data" }
source = "003-K15"
relation = "staff_as_of"
numerator = "count(*) filter (where has_computer_intermediate or is_computer_trained)"
denominator = "count(*)"
additive = true
format = "percent"
better = "higher"
filters = ["section"]
opens = "staff"
group_by = ["section", "age_band", "civil_class", "education", "qualification", "talent"]
columns = ["staff_code", "staff", "section", "age", "civil_class", "staff_rank", "qualification", "talent", "has_computer_intermediate", "is_division_head", "is_computer_trained"]
*/
select * from staff_as_of where is_business and age <= 40
qualify bool_and(is_computer_known) over (partition by as_of_date)
