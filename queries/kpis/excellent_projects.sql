/*
title = { zh = "优秀项目", en = "Excellent projects" }
definition = { zh = "截至当日获奖的审计项目数，同一项目几次获奖计一个", en = "Audit projects with an award by that day; a project with several counts once" }
source = "003-21"
relation = "quality_review_as_of"
measure = "count(distinct project_code)"
additive = false
format = "count"
better = "higher"
filters = ["year", "region", "section", "project_type"]
opens = "project"
group_by = ["plan_year", "award", "project_type", "section", "region"]
columns = ["review_code", "quality_review", "project_code", "project", "review_date", "score_rate", "award", "defects", "open_defects", "section", "region"]
order = ["review_date desc"]
*/
select * from quality_review_as_of where award is not null
