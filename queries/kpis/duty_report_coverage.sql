/*
title = { zh = "区县审计负责人述职覆盖率", en = "District heads who reported on duty" }
definition = { zh = "近 24 个月内已述职的区县 ÷ 当日的区县；24 个月前的当天仍计在内", en = "Districts whose head reported within the last 24 months ÷ districts on that day; the very day 24 months ago still counts" }
source = "003-K2"
relation = "duty_report_as_of"
numerator = "count(*) filter (where has_reported)"
denominator = "count(*)"
additive = true
format = "percent"
better = "higher"
filters = ["region"]
opens = ""
group_by = ["region"]
columns = ["region", "report_date", "reporter", "has_reported"]
order = ["has_reported", "report_date nulls first"]
*/
select * from duty_report_as_of
