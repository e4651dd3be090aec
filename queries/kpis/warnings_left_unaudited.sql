/*
title = { zh = "离任未审人次", en = "Left and not audited" }
definition = { zh = "离任未审规则的预警：离任超过规定天数，该任职没有已出具报告的经济责任审计", en = "Warnings of the rule for posts left longer ago than the set number of days and not audited" }
source = "000-2"
relation = "ec_check_as_of"
measure = "count(*)"
additive = true
format = "count"
better = "lower"
group_by = ["warning_level", "warning_rule", "decisive_state", "decisive_month", "region", "section", "audit_class", "unit"]
columns = ["official", "post_title", "unit", "warning_level", "warning_rule", "reason", "decisive_date", "days_left", "region", "section", "audit_class", "start_date", "expected_end_date", "retirement_date", "end_date", "last_ec_audit_date", "proof", "coming_project"]
filters = ["region", "section"]
opens = "official"
order = ["urgency", "decisive_date"]
*/
select * from ec_warning_as_of where warning_rule = 'left_unaudited'
