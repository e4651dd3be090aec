/*
title = { zh = "180 天内到期的预警数", en = "Warnings due within 180 days" }
definition = { zh = "关键日在当日起 180 天内（含首尾）的经责预警；已过的不计", en = "Warnings whose decisive day is within 180 days from that day, first and last included; not those past" }
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
select * from ec_warning_as_of where days_left between 0 and 180
