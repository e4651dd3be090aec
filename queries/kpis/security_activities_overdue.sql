/*
title = { zh = "逾期未开展的检查演练", en = "Checks and drills overdue" }
definition = { zh = "各网络各类活动中，最近一次写明的下次应开展日期早于当日、当日之前没有再开展的", en = "Of each kind on each network the newest one, where its date for the next lies before that day" }
source = "000-13"
relation = "security_activity_as_of"
measure = "count(*)"
additive = true
format = "count"
better = "lower"
filters = ["region", "section"]
opens = ""
group_by = ["security_activity", "office_network", "region", "section"]
columns = ["activity_code", "activity", "security_activity", "office_network", "held_date", "next_due_date", "issues", "open_issues", "conclusion", "section", "region"]
order = ["next_due_date"]
*/
select * from security_activity_as_of where is_newest and next_due_date < as_of_date
