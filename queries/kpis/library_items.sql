/*
title = { zh = "项目库条目", en = "Library items" }
definition = { zh = "截至当日各项目库曾入库的全部条目，含已转入计划和已移出的", en = "All items ever added to the libraries up to the day, taken up and dropped ones included" }
source = "003-4"
relation = "library_item_as_of"
measure = "count(*)"
additive = true
format = "count"
filters = ["region", "section", "project_type"]
opens = ""
group_by = ["library", "item_state", "project_type", "proposed_year", "plan_year", "region", "section"]
columns = ["item_code", "item_title", "library", "item_state", "audit_object", "project_type", "proposed_year", "item_reason", "added_date", "promoted_date", "project", "plan_year", "dropped_date", "region", "section", "source"]
*/
select * from library_item_as_of
