/*
title = { zh = "课题结题评审通过率", en = "Research topics passed" }
definition = { zh = "结题评审通过的课题 ÷ 截至当日结题的课题，按结题年度", en = "Topics whose review passed ÷ topics concluded by that day, in the year of the conclusion" }
source = "003-K12"
relation = "research_topic_as_of"
numerator = "count(*) filter (where has_passed)"
denominator = "count(*)"
additive = true
format = "percent"
better = "higher"
filters = ["year", "section"]
opens = ""
group_by = ["plan_year", "section"]
columns = ["topic_code", "topic", "section", "topic_started_date", "limit_date", "concluded_date", "has_passed"]
order = ["concluded_date desc"]
*/
select * from research_topic_as_of where is_concluded
