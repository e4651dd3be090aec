/*
title = { zh = "未覆盖", en = "Not covered" }
definition = { zh = "当日应审而尚未覆盖的数量，口径同审计覆盖率；审计正在进行的也计在内，状态另列", en = "Duties of that day that are not fulfilled, as audit coverage counts them; those with an audit in hand are among them and say so" }
source = "003-C3"
relation = "duty_as_of"
measure = "count(*)"
additive = true
format = "count"
better = "lower"
filters = ["region", "section"]
opens = "unit"
order = ["is_audited", "last_audit_date", "audit_object"]
group_by = ["coverage_rule", "region", "section", "audit_class", "coverage_state", "audit_gap", "unit"]
columns = ["audit_object", "coverage_rule", "coverage_state", "last_audit_date", "audit_gap", "next_audit_date", "last_project", "project_in_hand", "audit_count", "official", "post_title", "audit_class", "region", "section"]
*/
select * from duty_as_of where not is_covered
