/*
title = { zh = "信息系统问题的报告引用", en = "Citations of findings about systems" }
definition = { zh = "截至当日引用信息系统问题的次数：一个问题被几份报告引用就计几次；结合方式以报告登记的为准，没有登记的按报告所属项目判断", en = "How often reports cite findings about information systems: once for each report; the way of carrying is that stated for the report, else that of its project" }
source = "002-8"
relation = "citation_as_of"
measure = "count(*)"
additive = true
format = "count"
filters = ["year", "region", "section", "project_type"]
opens = "finding"
group_by = ["plan_year", "region", "section", "unit", "carrying_way"]
columns = ["finding_code", "title", "report_kind", "document_number", "cited_date", "report_count", "unit", "region", "project", "carrying_way"]
*/
select * from citation_as_of where is_about_systems
