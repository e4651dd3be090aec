/*
title = { zh = "领导干部自然资源资产审计覆盖率", en = "Coverage of officials, natural resource assets" }
definition = { zh = "五年内离任或任中已审的领导干部 ÷ 应审的领导干部；按任职计，不按区计；口径同审计覆盖率，只计这一条覆盖要求", en = "Officials audited on leaving or in office within five years ÷ officials to be audited; counted by posts, not by districts; as in the figure of audit coverage, for this one requirement" }
source = "003-C5"
relation = "duty_as_of"
part_of = { kpi = "coverage_rate", by = "coverage_rule", code = "resource_official" }
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
select * from duty_as_of where coverage_rule_code = 'resource_official'
