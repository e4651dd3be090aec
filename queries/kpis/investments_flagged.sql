/*
title = { zh = "有疑点或问题的投资项目数", en = "Investment projects flagged" }
definition = { zh = "截至当日有未了疑点（未排除、未核实为不属实、未入问题台账）或有未整改问题的投资项目数；一个项目只计一次；年度按立项批复年度", en = "Projects with an open suspect (not answered as untrue, not yet a finding) or a finding not yet rectified; each counts once; the year is that of the approval" }
source = "001-8"
relation = "investment_as_of"
measure = "count(*)"
additive = true
format = "count"
better = "lower"
filters = ["year", "region", "section"]
opens = "investment"
group_by = ["plan_year", "region", "unit", "investment_sector", "investment_state"]
columns = ["investment_code", "investment", "investment_state", "investment_sector", "region", "investment_owner", "contractor", "open_suspects", "open_findings", "audits", "works_delay_days", "overrun_rate", "investment_fen"]
*/
select * from investment_as_of where is_flagged
