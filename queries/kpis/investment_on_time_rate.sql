/*
title = { zh = "投资项目按期完工率", en = "Works completed on time" }
definition = { zh = "实际竣工日期不晚于计划竣工日期的项目数 ÷ 截至当日已竣工、且有计划竣工日期的项目数；当日竣工算按期；不含已取消的；年度按立项批复年度", en = "Projects completed no later than planned, of those completed by that day that have a planned completion; on the planned day itself counts as on time; without cancelled ones; the year is that of the approval" }
source = "001-8"
relation = "investment_as_of"
numerator = "count(*) filter (where completed_date <= planned_end_date)"
denominator = "count(*)"
additive = true
format = "percent"
better = "higher"
filters = ["year", "region", "section"]
opens = "investment"
group_by = ["plan_year", "region", "unit", "investment_sector", "contractor", "investment_state"]
columns = ["investment_code", "investment", "investment_state", "investment_sector", "region", "investment_owner", "contractor", "started_date", "planned_end_date", "completed_date", "works_delay_days", "investment_fen"]
*/
select * from investment_as_of where not is_cancelled and completed_date is not null and planned_end_date is not null
