/*
title = { zh = "40岁左右处级领导占比", en = "Division heads around 40 years" }
definition = { zh = "42周岁及以下的处级领导干部 ÷ 处级领导干部；规划只说“40岁左右”，以42周岁为界是本系统的取值；没有出生日期的不计；职务、资格、人才、证书按截至当日的人事记录；只在人员表登记、没有日期的，仅本年可知，以前年度有人不可知时没有数据", en = "Division heads of up to 42 years ÷ division heads; the plan says “around 40”, the limit of 42 is our reading; without those whose birth date is not known; headship, qualification, talent and certificate by the dated records up to that day; what the register states without a date is known for the present year only, and a day on which it is not known of everybody has no data" }
source = "003-K16"
relation = "staff_as_of"
numerator = "count(*) filter (where age <= 42)"
denominator = "count(*)"
additive = true
format = "percent"
better = "higher"
filters = ["section"]
opens = "staff"
group_by = ["section", "age_band", "civil_class", "education", "qualification", "talent"]
columns = ["staff_code", "staff", "section", "age", "civil_class", "staff_rank", "qualification", "talent", "has_computer_intermediate", "is_division_head"]
*/
select * from staff_as_of where is_division_head and age is not null
qualify bool_and(is_headship_known) over (partition by as_of_date)
