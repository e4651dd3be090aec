/*
title = { zh = "经责审计对象任职数", en = "Posts in scope" }
definition = { zh = "当日在任、列入经济责任审计对象的领导职务任职数", en = "Leading posts held on that day whose holders are subjects of economic-responsibility audits" }
source = "003-12"
relation = "post_as_of"
measure = "count(*)"
additive = true
format = "count"
better = "higher"
group_by = ["audit_class", "region", "section", "unit"]
columns = ["official", "post_title", "unit", "region", "section", "audit_class", "start_date", "tenure_years", "expected_end_date", "retirement_date", "is_ec_audited", "last_ec_audit_date", "coming_project"]
filters = ["region", "section"]
opens = "official"
*/
select * from post_as_of where not is_left and not is_audit_exempt
