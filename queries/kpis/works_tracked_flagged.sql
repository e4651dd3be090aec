/*
title = { zh = "有未整改问题的跟踪项目", en = "Tracked projects with open findings" }
definition = { zh = "截至当日有审计项目正在实施、又有未整改问题的投资项目数；年度按立项批复年度", en = "Investment projects that an audit project is looking at on that day and that have findings not yet rectified; the year is that of the approval" }
source = "001-11"
relation = "investment_as_of"
measure = "count(*)"
additive = true
format = "count"
better = "lower"
filters = ["year", "region", "section"]
opens = "investment"
group_by = ["plan_year", "region", "section", "unit", "investment_sector", "investment_state", "contractor"]
columns = ["investment_code", "investment", "investment_state", "progress_rate", "works_delay_days", "overrun_rate", "open_findings", "open_suspects", "audits", "investment_fen", "investment_sector", "region", "investment_owner", "contractor"]
*/
select * from investment_as_of where is_under_audit and open_findings > 0
