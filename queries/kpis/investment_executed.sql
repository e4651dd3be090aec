/*
title = { zh = "已完成支付", en = "Investment paid" }
definition = { zh = "截至当日投资项目各次支付之和；已取消的项目付出的钱也计入；年度按立项批复年度", en = "Sum of the payments made for the projects; what was paid for projects cancelled since counts too; the year is that of the approval" }
source = "003-7"
relation = "investment_as_of"
measure = "sum(paid_fen)"
additive = true
format = "fen"
filters = ["year", "region", "section"]
opens = "investment"
group_by = ["plan_year", "region", "unit", "investment_sector", "investment_state"]
columns = ["investment_code", "investment", "investment_state", "investment_sector", "region", "investment_owner", "contractor", "investment_fen", "agreed_fen", "paid_fen", "executed_rate", "paid_rate", "progress_rate"]
*/
select * from investment_as_of where paid_fen is not null
