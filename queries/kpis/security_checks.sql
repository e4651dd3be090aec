/*
title = { zh = "安全检查次数", en = "Security checks" }
definition = { zh = "截至当日开展的安全检查和漏洞扫描次数，选年度时为该年", en = "Security checks and scans held by that day; with a year chosen, in that year" }
source = "000-13"
relation = "security_activity_as_of"
measure = "count(*)"
additive = true
format = "count"
better = "higher"
filters = ["year", "region", "section"]
opens = ""
group_by = ["plan_year", "security_activity", "office_network", "region", "section"]
columns = ["activity_code", "activity", "security_activity", "office_network", "held_date", "next_due_date", "issues", "open_issues", "conclusion", "section", "region"]
order = ["held_date desc"]
*/
select * from security_activity_as_of where security_activity in ('check', 'scan')
