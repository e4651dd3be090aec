/*
title = { zh = "领军和骨干人才占比", en = "Leading and backbone talent" }
definition = { zh = "审计领军人才和业务骨干人才 ÷ 专业技术类公务员；没有登记公务员类别的业务人员按专业技术类计；职务、资格、人才、证书按截至当日的人事记录；只在人员表登记、没有日期的，仅本年可知，以前年度有人不可知时没有数据", en = "Leading and backbone talent ÷ civil servants of the professional and technical class; business staff whose class is not on record count as such; headship, qualification, talent and certificate by the dated records up to that day; what the register states without a date is known for the present year only, and a day on which it is not known of everybody has no data" }
source = "003-K13"
relation = "staff_as_of"
numerator = "count(*) filter (where talent is not null)"
denominator = "count(*)"
additive = true
format = "percent"
better = "higher"
filters = ["section"]
opens = "staff"
group_by = ["section", "age_band", "civil_class", "education", "qualification", "talent"]
columns = ["staff_code", "staff", "section", "age", "civil_class", "staff_rank", "qualification", "talent", "has_computer_intermediate", "is_division_head"]
*/
select * from staff_as_of
where civil_class = 'professional' or (civil_class is null and is_business)
qualify bool_and(is_talent_known) over (partition by as_of_date)
