/*
title = { zh = "逾期未完工项目数", en = "Works past their completion" }
definition = { zh = "截至当日已过计划竣工日期、尚未竣工的项目数，停工的也计入；计划竣工当日不算；不含已取消的和没有计划竣工日期的；年度按立项批复年度", en = "Projects not completed whose planned completion is past, those that stand still among them; not yet on the planned day itself; without cancelled ones and those without a planned completion; the year is that of the approval" }
source = "001-8"
relation = "investment_as_of"
measure = "count(*)"
additive = true
format = "count"
better = "lower"
filters = ["year", "region", "section"]
opens = "investment"
group_by = ["plan_year", "region", "unit", "investment_sector", "investment_state"]
columns = ["investment_code", "investment", "investment_state", "investment_sector", "region", "investment_owner", "contractor", "started_date", "planned_end_date", "projected_end_date", "works_delay_days", "progress_rate", "paid_rate", "investment_fen"]
*/
select * from investment_as_of where is_delayed
