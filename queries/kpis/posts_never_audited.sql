/*
title = { zh = "本任期未审任职数", en = "Posts not audited in this term" }
definition = { zh = "当日在任、列入经济责任审计对象，该任职没有已出具报告的经济责任审计的任职数", en = "Posts in scope held on that day for which no economic-responsibility audit has been delivered" }
source = "000-2"
relation = "post_as_of"
measure = "count(*)"
additive = true
format = "count"
better = "lower"
group_by = ["audit_class", "region", "section", "unit"]
columns = ["official", "post_title", "unit", "region", "section", "audit_class", "start_date", "tenure_years", "expected_end_date", "retirement_date", "is_ec_audited", "last_ec_audit_date", "coming_project"]
filters = ["region", "section"]
opens = "official"
*/
select * from post_as_of where not is_left and not is_audit_exempt and not is_ec_audited
