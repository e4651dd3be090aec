/*
title = { zh = "实际工期占计划工期", en = "Time taken of time planned" }
definition = { zh = "开工至竣工的实际天数之和 ÷ 计划开工至计划竣工的天数之和，截至当日已竣工、四个日期齐全且计划竣工晚于计划开工的项目；高于 100% 即比计划久；不含已取消的；年度按立项批复年度", en = "Days from start to completion ÷ days from planned start to planned completion, of the projects completed by that day that have all four days and a planned completion after the planned start; above 100 % is longer than planned; without cancelled ones; the year is that of the approval" }
source = "001-11"
relation = "investment_as_of"
numerator = "sum(date_diff('day', started_date, completed_date))"
denominator = "sum(date_diff('day', planned_start_date, planned_end_date))"
additive = true
format = "percent"
better = "lower"
filters = ["year", "region", "section"]
opens = "investment"
group_by = ["plan_year", "region", "unit", "investment_sector", "contractor"]
columns = ["investment_code", "investment", "works_delay_days", "planned_start_date", "started_date", "planned_end_date", "completed_date", "contractor", "investment_sector", "region", "investment_owner", "investment_fen"]
*/
select * from investment_as_of
where not is_cancelled and started_date is not null and completed_date is not null and planned_end_date > planned_start_date
