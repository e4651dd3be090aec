/*
title = { zh = "一级预算单位审计覆盖率", en = "Coverage of first-level budget units" }
definition = { zh = "五年内有已送达的审计的一级预算单位 ÷ 一级预算单位总数；口径同审计覆盖率，只计这一条覆盖要求", en = "First-level budget units with a delivered audit within five years ÷ all of them; as in the figure of audit coverage, for this one requirement" }
source = "003-C3"
relation = "duty_as_of"
part_of = { kpi = "coverage_rate", by = "coverage_rule", code = "first_level_budget" }
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
select * from duty_as_of where coverage_rule_code = 'first_level_budget'
