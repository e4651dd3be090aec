/*
title = { zh = "库内待选项目", en = "Items to choose from" }
definition = { zh = "当日在库、尚未转入计划或草案、也未移出的条目数", en = "Items that on the day are in a library, neither taken up by a plan or a draft nor dropped" }
source = "003-4"
relation = "library_item_as_of"
measure = "count(*)"
additive = true
format = "count"
filters = ["region", "section", "project_type"]
opens = ""
group_by = ["library", "project_type", "proposed_year", "region", "section"]
columns = ["item_code", "item_title", "library", "item_state", "audit_object", "project_type", "proposed_year", "item_reason", "added_date", "region", "section", "source"]
*/
select * from library_item_as_of where item_state = 'open'
