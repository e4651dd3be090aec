/*
title = { zh = "归档案卷", en = "Files in the archive" }
definition = { zh = "截至当日归档的案卷数", en = "Files in the archive on that day" }
source = "003-25"
relation = "archive_as_of"
measure = "count(*)"
additive = true
format = "count"
filters = ["year", "region", "section"]
opens = "project"
group_by = ["plan_year", "region", "section", "project"]
columns = ["archive_code", "archive_title", "filed_date", "retention_years", "archive_place", "is_lent", "project_code", "project", "unit", "section", "plan_year"]
order = ["filed_date desc", "archive_code"]
*/
select * from archive_as_of
