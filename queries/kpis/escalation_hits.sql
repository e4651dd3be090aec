/*
title = { zh = "督办规则命中数", en = "Findings under escalation rules" }
definition = { zh = "各条督办规则命中的未整改问题，一个问题被几条规则命中计几条；不论是否已作决定；停用的规则不计；阈值按本局当前的设定", en = "Open findings that an escalation rule falls on, whatever was decided on them; a finding under several rules counts as often. Rules switched off count nothing; thresholds as the bureau has set them now" }
source = "002-9"
relation = "finding_rung_as_of"
measure = "count(*)"
additive = true
format = "count"
better = "lower"
group_by = ["warning_rule", "escalation_step", "warning_level", "rung_reached", "plan_year", "region", "section", "unit", "supervising_unit", "unit_sector", "project", "project_type", "problem_class", "problem_subclass", "nature", "rectification_type", "amount_band", "state"]
columns = ["finding_code", "title", "unit", "escalation_step", "warning_level", "warning_rule", "decisive_date", "rung_reached", "rung_date", "due_date", "days_overdue", "extension_count", "amount_fen", "open_fen", "is_major", "has_leader_instruction", "is_repeat", "region", "section", "project", "plan_year", "problem_group"]
order = ["urgency", "decisive_date"]
*/
select * from escalation_check_as_of
