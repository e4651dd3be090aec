/*
title = { zh = "核查发现问题的比例", en = "Checked reports with problems" }
definition = { zh = "核查结果为一般问题、严重问题或移交的报告 ÷ 核查的报告", en = "Checked reports with minor or serious problems or referred ÷ reports checked" }
source = "003-23"
relation = "social_audit_as_of"
numerator = "count(*) filter (where firm_check_result <> 'clean')"
denominator = "count(*)"
additive = true
format = "percent"
better = "lower"
filters = ["year", "region", "section"]
opens = ""
group_by = ["plan_year", "firm_check_result", "section", "region"]
columns = ["check_code", "firm", "report_number", "unit", "check_date", "firm_check_result", "problem_count", "misstated_fen", "section", "region"]
*/
select * from social_audit_as_of
