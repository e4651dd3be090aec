/*
title = { zh = "多份报告引用的问题数", en = "Findings cited by several reports" }
definition = { zh = "截至当日被两份以上报告引用的问题数，每个问题计一次；不限于信息系统问题", en = "Findings that two reports or more cite by that day, each once; not only those about information systems" }
source = "002-8"
relation = "citation_as_of"
measure = "count(*)"
additive = true
format = "count"
filters = ["year", "region", "section", "project_type"]
opens = "finding"
group_by = ["plan_year", "region", "section", "unit", "project_type"]
columns = ["finding_code", "title", "unit", "region", "project", "state", "report_count", "reports_citing"]
*/
select * from citation_as_of where citation_place = 1 and report_count >= 2
