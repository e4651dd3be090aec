/*
title = { zh = "总投资", en = "Total investment" }
definition = { zh = "截至当日投资项目的总投资之和：已批概算（调整的按最新），未批概算的按估算；不含已取消的和两者都没有的；年度按立项批复年度", en = "Sum of what the projects are to cost: the newest approved budget, the newest estimate where no budget was approved; without cancelled projects and those that have neither; the year is that of the approval" }
source = "003-7"
relation = "investment_as_of"
measure = "sum(investment_fen)"
additive = true
format = "fen"
filters = ["year", "region", "section"]
opens = "investment"
group_by = ["plan_year", "region", "unit", "investment_sector", "investment_state"]
columns = ["investment_code", "investment", "investment_state", "investment_sector", "region", "investment_owner", "contractor", "approved_date", "estimate_fen", "approved_budget_fen", "investment_fen", "paid_fen", "executed_rate", "progress_rate"]
*/
select * from investment_as_of where not is_cancelled and investment_fen is not null
