/*
title = { zh = "黄色预警数", en = "Amber warnings" }
definition = { zh = "级别为黄的经责预警", en = "Warnings whose level is amber" }
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
select * from ec_warning_as_of where warning_level = 'amber'
