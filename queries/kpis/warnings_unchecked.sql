/*
title = { zh = "未能判断或不预警的情形数", en = "Checks that could not be made or do not warn" }
definition = { zh = "预警规则因资料未填、周期未设定而无法判断的任职，以及不列入经济责任审计对象、规则停用而不预警的任职，按任职和规则计数", en = "Posts a rule could not judge because something is not filled in or not set, or does not warn of because they are no subject of such audits or the rule is off; one per post and rule" }
source = "000-2"
relation = "ec_check_as_of"
measure = "count(*)"
additive = true
format = "count"
better = "lower"
group_by = ["warning_rule", "region", "section", "audit_class", "unit"]
columns = ["official", "post_title", "unit", "warning_rule", "reason", "region", "section", "audit_class", "start_date", "expected_end_date", "retirement_date", "end_date", "last_ec_audit_date", "proof"]
filters = ["region", "section"]
opens = "official"
order = ["warning_rule"]
*/
select * from ec_check_as_of where is_unchecked
