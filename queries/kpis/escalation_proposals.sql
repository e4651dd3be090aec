/*
title = { zh = "待决定督办升级", en = "Escalations to decide" }
definition = { zh = "未整改问题中规则建议升级、尚未决定的：一个问题只计建议的下一级；不含移送、撤销、已整改和等待认定的问题，不含本时限内已达到该级、有文书待发、暂缓期内（暂缓的级别及以下）和同一时限内不予升级的；阈值按本局当前的设定", en = "Open findings for which the rules propose a rung and nobody has decided: a finding counts once, with the next rung proposed. Without transferred, withdrawn and rectified ones and those that wait for acceptance; without rungs reached for the limit in force or declined under it, rungs put off to a later day or below such a one, and findings with a letter that waits to be sent; thresholds as the bureau has set them now" }
source = "002-9"
relation = "finding_rung_as_of"
measure = "count(*)"
additive = true
format = "count"
better = "lower"
group_by = ["escalation_step", "warning_level", "rung_reached", "plan_year", "region", "section", "unit", "supervising_unit", "unit_sector", "project", "project_type", "problem_class", "problem_subclass", "nature", "rectification_type", "amount_band", "state"]
columns = ["finding_code", "title", "unit", "escalation_step", "warning_level", "escalation_reason", "rung_reached", "rung_date", "due_date", "days_overdue", "extension_count", "amount_fen", "open_fen", "is_major", "has_leader_instruction", "is_repeat", "region", "section", "project", "plan_year", "problem_group"]
order = ["urgency", "proposed_rung", "decisive_date"]
*/
select * from escalation_proposal_as_of
