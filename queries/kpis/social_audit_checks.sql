/*
title = { zh = "社会审计报告核查", en = "Reports of audit firms checked" }
definition = { zh = "截至当日核查的社会审计报告份数", en = "Reports of audit firms checked by that day" }
source = "003-23"
relation = "social_audit_as_of"
measure = "count(*)"
additive = true
format = "count"
better = "higher"
filters = ["year", "region", "section"]
opens = ""
group_by = ["plan_year", "firm_check_result", "section", "region"]
columns = ["check_code", "firm", "report_number", "unit", "check_date", "firm_check_result", "problem_count", "misstated_fen", "section", "region"]
order = ["check_date desc"]
*/
select * from social_audit_as_of
