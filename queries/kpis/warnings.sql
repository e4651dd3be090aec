/*
title = { zh = "经责预警数", en = "Warnings" }
definition = { zh = "各条预警规则命中的任职，一个任职被几条规则命中计几条；不列入经济责任审计对象的任职和停用的规则不预警；阈值按本局当前的设定", en = "Posts that a warning rule hits; a post hit by several rules counts as often. Posts that are no subject of such audits and rules switched off warn of nothing; thresholds as the bureau has set them now" }
source = "000-2"
relation = "ec_check_as_of"
measure = "count(*)"
additive = true
format = "count"
better = "lower"
group_by = ["warning_level", "warning_rule", "decisive_state", "decisive_reach", "decisive_month", "region", "section", "audit_class", "unit"]
columns = ["official", "post_title", "unit", "warning_level", "warning_rule", "reason", "decisive_date", "days_left", "region", "section", "audit_class", "start_date", "expected_end_date", "retirement_date", "end_date", "last_ec_audit_date", "proof", "coming_project"]
filters = ["region", "section"]
opens = "official"
order = ["urgency", "decisive_date"]
*/
select * from ec_warning_as_of
