/*
title = { zh = "已审投资项目数", en = "Investment projects audited" }
definition = { zh = "截至当日至少被一个已送达报告的审计项目审过的投资项目数；一个项目被审多次只计一次；年度按立项批复年度", en = "Projects of public investment that an audit with a delivered report looked at by that day; each counts once, however often it was audited; the year is that of the approval" }
source = "001-8"
relation = "investment_as_of"
measure = "count(*)"
additive = true
format = "count"
filters = ["year", "region", "section"]
opens = "investment"
group_by = ["plan_year", "region", "unit", "investment_sector", "investment_state"]
columns = ["investment_code", "investment", "investment_state", "investment_sector", "region", "investment_owner", "contractor", "audits", "open_findings", "approved_date", "completed_date", "investment_fen", "paid_fen"]
*/
select * from investment_as_of where is_audited
