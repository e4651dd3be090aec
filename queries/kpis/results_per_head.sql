/*
title = { zh = "人均审计成果", en = "Results per head" }
definition = { zh = "审计成果金额 ÷ 在编业务人员数；成果金额为已整改金额各类合计，按到账日期计至当日；人员按计划年度计，各年年末（当年为当日）在职的各计一人，不选年度时即各年人均", en = "Money brought in ÷ business staff; the money is rectified money of every kind up to that day; each member of staff counts once for each plan year at whose end, or on that day for the current one, they were in service, so that without a year it is the mean of the years" }
source = "003-K4"
relation = "result_as_of"
numerator = "sum(rectified_entry_fen)"
denominator = "count(staff_code)"
additive = true
format = "fen"
better = "higher"
filters = ["year", "section"]
opens = ""
group_by = ["plan_year", "section", "result_part"]
columns = ["result_part", "plan_year", "section", "rectified_entry_fen", "money_kind", "fact_date", "finding_code", "title", "staff_code"]
*/
select * from result_as_of
