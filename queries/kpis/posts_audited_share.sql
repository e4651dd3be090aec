/*
title = { zh = "本任期已审比例", en = "Share audited in this term" }
definition = { zh = "本任期已有经济责任审计出具报告的任职 ÷ 当日在任、列入经济责任审计对象的任职", en = "Posts with a delivered economic-responsibility audit of this term ÷ posts in scope held on that day" }
source = "003-12"
relation = "post_as_of"
numerator = "count(*) filter (where is_ec_audited)"
denominator = "count(*)"
additive = true
format = "percent"
better = "higher"
group_by = ["audit_class", "region", "section", "unit"]
columns = ["official", "post_title", "unit", "region", "section", "audit_class", "start_date", "tenure_years", "expected_end_date", "retirement_date", "is_ec_audited", "last_ec_audit_date", "coming_project"]
filters = ["region", "section"]
opens = "official"
*/
select * from post_as_of where not is_left and not is_audit_exempt
