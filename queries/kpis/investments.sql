/*
title = { zh = "投资项目数", en = "Investment projects" }
definition = { zh = "截至当日已立项（有第一条事实）的政府投资项目数，不含已取消的；年度按立项批复年度", en = "Projects of public investment that were there on that day, from their first fact on; cancelled ones do not count; the year is that of the approval" }
source = "001-11"
relation = "investment_as_of"
measure = "count(*)"
additive = true
format = "count"
filters = ["year", "region", "section"]
opens = "investment"
group_by = ["plan_year", "region", "unit", "investment_sector", "contractor", "investment_state", "map_cell"]
columns = ["investment_code", "investment", "investment_state", "investment_sector", "region", "investment_owner", "contractor", "approved_date", "started_date", "planned_end_date", "completed_date", "investment_fen", "agreed_fen", "paid_fen", "executed_rate", "progress_rate"]
*/
select * from investment_as_of where not is_cancelled
