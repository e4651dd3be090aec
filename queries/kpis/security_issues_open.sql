/*
title = { zh = "未关闭的安全问题", en = "Security issues open" }
definition = { zh = "截至当日发现、当日尚未关闭的安全问题，含逾期", en = "Security issues found by that day and not closed on it, overdue ones included" }
source = "000-13"
relation = "security_issue_as_of"
measure = "count(*)"
additive = true
format = "count"
better = "lower"
filters = ["year", "region", "section"]
opens = ""
group_by = ["plan_year", "severity", "security_issue_state", "office_network", "security_activity", "region", "section"]
columns = ["issue_code", "issue", "severity", "security_issue_state", "activity", "office_network", "issue_found_date", "limit_date", "issue_closed_date", "days_overdue", "section", "region"]
order = ["days_overdue desc nulls last", "limit_date"]
*/
select * from security_issue_as_of where security_issue_state <> 'closed'
