/*
title = { zh = "督办事项候选", en = "Matters for government supervision" }
definition = { zh = "未整改问题中属于重点难点、整改不到位、久拖不决、屡查屡犯之一，且尚未提请政府督查督办的；一个问题计一次，不论是否已作决定；阈值见督办规则", en = "Open findings that are key and difficult, not rectified in earnest, dragging on or found again and again, and not yet under government supervision; a finding counts once, whatever was decided on it; thresholds as in the rules" }
source = "002-9"
relation = "finding_rung_as_of"
measure = "count(*)"
additive = true
format = "count"
better = "lower"
group_by = ["rung_reached", "plan_year", "region", "section", "unit", "supervising_unit", "unit_sector", "project", "project_type", "problem_class", "problem_subclass", "nature", "rectification_type", "amount_band", "state"]
columns = ["finding_code", "title", "unit", "escalation_reason", "is_key_difficult", "is_not_in_place", "is_dragging_on", "is_found_again", "rung_reached", "rung_date", "due_date", "days_overdue", "extension_count", "prior_finding_code", "amount_fen", "open_fen", "is_major", "has_leader_instruction", "region", "section", "project", "plan_year", "problem_group"]
order = ["urgency", "decisive_date"]
*/
select * from supervision_candidate_as_of
