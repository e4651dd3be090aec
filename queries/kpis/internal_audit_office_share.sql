/*
title = { zh = "设内审机构占比", en = "Units with an internal-audit office" }
definition = { zh = "设有内部审计机构的单位 ÷ 报送单位", en = "Units with an office of their own ÷ units that reported" }
source = "003-23"
relation = "internal_audit_as_of"
numerator = "count(*) filter (where has_office)"
denominator = "count(*)"
additive = true
format = "percent"
better = "higher"
filters = ["year", "region", "section"]
opens = "unit"
group_by = ["plan_year", "region", "section", "unit"]
columns = ["unit", "plan_year", "has_office", "staff_count", "internal_audits", "problem_fen", "internal_rectified_fen", "reported_date", "section", "region"]
*/
select * from internal_audit_as_of
