/*
title = { zh = "内审问题金额整改率", en = "Amounts rectified of internal audits" }
definition = { zh = "已整改金额 ÷ 内部审计发现的问题金额，均为报送数", en = "Amounts rectified ÷ amounts found by internal audits, both as reported" }
source = "003-23"
relation = "internal_audit_as_of"
numerator = "sum(internal_rectified_fen)"
denominator = "sum(problem_fen)"
additive = true
format = "percent"
better = "higher"
filters = ["year", "region", "section"]
opens = "unit"
group_by = ["plan_year", "region", "section", "unit"]
columns = ["unit", "plan_year", "has_office", "staff_count", "internal_audits", "problem_fen", "internal_rectified_fen", "reported_date", "section", "region"]
*/
select * from internal_audit_as_of
