/*
title = { zh = "间隔三至五年", en = "Last audit 3 to 5 years ago" }
definition = { zh = "最近一次计入的审计距当日满三年、不满五年的数量，按报告送达日算", en = "Duties whose last audit that counts was delivered at least three and less than five years before the day" }
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
select * from duty_as_of where audit_gap = '3_5'
