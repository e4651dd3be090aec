/*
title = { zh = "质量问题", en = "Quality defects" }
definition = { zh = "截至当日质量检查发现的问题数", en = "Defects found by reviews by that day" }
source = "003-21"
relation = "quality_defect_as_of"
measure = "count(*)"
additive = true
format = "count"
better = "lower"
filters = ["year", "region", "section", "project_type"]
opens = "project"
group_by = ["plan_year", "quality_defect", "severity", "project_type", "section", "region"]
columns = ["defect_code", "defect", "quality_defect", "severity", "project_code", "project", "quality_review", "review_date", "is_mended", "mended_date", "section", "region"]
*/
select * from quality_defect_as_of
