/*
title = { zh = "从未审计", en = "Never audited" }
definition = { zh = "当日应审对象（任职）中，库内没有任何已送达报告的、计入该要求的审计的数量；含首个周期未满的新对象", en = "Duties of that day for whose object (or post) no audit of a type that counts was ever delivered, as far as is recorded; new objects whose first interval is still running are among them" }
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
select * from duty_as_of where last_audit_date is null
