/*
title = { zh = "安全问题关闭率", en = "Security issues closed" }
definition = { zh = "已关闭的安全问题 ÷ 截至当日发现的安全问题", en = "Security issues closed ÷ security issues found by that day" }
source = "000-13"
relation = "security_issue_as_of"
numerator = "count(*) filter (where security_issue_state = 'closed')"
denominator = "count(*)"
additive = true
format = "percent"
better = "higher"
filters = ["year", "region", "section"]
opens = ""
group_by = ["plan_year", "severity", "security_issue_state", "office_network", "security_activity", "region", "section"]
columns = ["issue_code", "issue", "severity", "security_issue_state", "activity", "office_network", "issue_found_date", "limit_date", "issue_closed_date", "days_overdue", "section", "region"]
*/
select * from security_issue_as_of
