/*
title = { zh = "内审项目数", en = "Internal audits" }
definition = { zh = "报送单位完成的内部审计项目数合计", en = "Internal audits carried out by the units that reported" }
source = "003-23"
relation = "internal_audit_as_of"
measure = "coalesce(sum(internal_audits), 0)"
additive = true
format = "count"
better = "higher"
filters = ["year", "region", "section"]
opens = "unit"
group_by = ["plan_year", "region", "section", "unit"]
columns = ["unit", "plan_year", "has_office", "staff_count", "internal_audits", "problem_fen", "internal_rectified_fen", "reported_date", "section", "region"]
order = ["internal_audits desc"]
*/
select * from internal_audit_as_of
