/*
title = { zh = "间隔五年以上", en = "Last audit 5 years ago and more" }
definition = { zh = "最近一次计入的审计距当日满五年的数量，按报告送达日算", en = "Duties whose last audit that counts was delivered five years before the day or earlier" }
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
select * from duty_as_of where audit_gap = 'over_5'
