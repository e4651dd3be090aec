/*
title = { zh = "未整改的质量问题", en = "Quality defects open" }
definition = { zh = "截至当日发现、当日尚未整改的质量问题", en = "Defects found by that day and not mended on it" }
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
order = ["review_date"]
*/
select * from quality_defect_as_of where not is_mended
