/*
title = { zh = "数据分析技术骨干", en = "Data-analysis backbone" }
definition = { zh = "截至当日取得计算机审计中级、并登记有SQL查询、Python分析或审计建模技能的在职人员数；职务、资格、人才、证书按截至当日的人事记录；只在人员表登记、没有日期的，仅本年可知，以前年度有人不可知时没有数据", en = "Staff in service with the intermediate computer certificate and a registered skill in SQL, Python or modelling; headship, qualification, talent and certificate by the dated records up to that day; what the register states without a date is known for the present year only, and a day on which it is not known of everybody has no data" }
source = "000-24"
relation = "staff_as_of"
measure = "count(*)"
additive = true
format = "count"
better = "higher"
filters = ["section"]
opens = "staff"
group_by = ["section", "age_band", "civil_class", "education", "qualification", "talent"]
columns = ["staff_code", "staff", "section", "age", "civil_class", "staff_rank", "qualification", "talent", "has_computer_intermediate", "is_division_head"]
*/
select * from staff_as_of where has_data_skill and has_computer_intermediate and is_computer_known
