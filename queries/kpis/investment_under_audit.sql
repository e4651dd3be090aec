/*
title = { zh = "在审投资额", en = "Investment under audit" }
definition = { zh = "截至当日正在审计（已实施、报告未送达）的投资项目的总投资之和；总投资取已批概算，没有的取估算；同一项目同时被几个审计项目审的只计一次；不含已取消的；年度按立项批复年度", en = "Total investment of the projects that an audit looks at on that day: begun, its report not yet delivered; approved budget, else estimate; a project in several audits counts once; without cancelled ones; the year is that of the approval" }
source = "001-8"
relation = "investment_as_of"
measure = "sum(investment_fen)"
additive = true
format = "fen"
filters = ["year", "region", "section"]
opens = "investment"
group_by = ["plan_year", "region", "unit", "investment_sector", "investment_state"]
columns = ["investment_code", "investment", "investment_state", "investment_sector", "region", "investment_owner", "contractor", "audits", "open_findings", "investment_fen", "paid_fen", "progress_rate"]
*/
select * from investment_as_of where is_under_audit and not is_cancelled and investment_fen is not null
