/*
title = { zh = "报送内审统计的单位", en = "Units reporting internal audit" }
definition = { zh = "截至当日报送内部审计统计的单位年度数，选年度时即该年单位数", en = "Units that had reported their internal audit by that day, each year counting one" }
source = "003-23"
relation = "internal_audit_as_of"
measure = "count(*)"
additive = true
format = "count"
better = "higher"
filters = ["year", "region", "section"]
opens = "unit"
group_by = ["plan_year", "region", "section", "unit"]
columns = ["unit", "plan_year", "has_office", "staff_count", "internal_audits", "problem_fen", "internal_rectified_fen", "reported_date", "section", "region"]
*/
select * from internal_audit_as_of
