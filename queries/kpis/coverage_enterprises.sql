/*
title = { zh = "国有企业审计覆盖率", en = "Coverage of state-owned enterprises" }
definition = { zh = "五年内有已送达的审计的国有企业 ÷ 国有企业总数；口径同审计覆盖率，只计这一条覆盖要求", en = "State-owned enterprises with a delivered audit within five years ÷ all of them; as in the figure of audit coverage, for this one requirement" }
source = "003-C4"
relation = "duty_as_of"
part_of = { kpi = "coverage_rate", by = "coverage_rule", code = "state_enterprise" }
numerator = "count(*) filter (where is_covered)"
denominator = "count(*)"
additive = true
format = "percent"
better = "higher"
filters = ["region", "section"]
opens = "unit"
order = ["is_audited", "last_audit_date", "audit_object"]
group_by = ["region", "section", "audit_class", "coverage_state", "audit_gap"]
columns = ["audit_object", "is_covered", "coverage_state", "last_audit_date", "audit_gap", "next_audit_date", "last_project", "project_in_hand", "audit_count", "official", "post_title", "audit_class", "region", "section"]
*/
select * from duty_as_of where coverage_rule_code = 'state_enterprise'
