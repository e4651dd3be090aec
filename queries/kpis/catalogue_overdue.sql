/*
title = { zh = "逾期未采集", en = "Collection overdue" }
definition = { zh = "最近一次到期后仍没有到达的目录项数；上一次到期之后到达的数据计入本期", en = "Items whose latest due date passed without data; what came after the due date before it belongs to the period" }
source = "000-15"
relation = "catalogue_item_as_of"
measure = "count(*)"
additive = true
format = "count"
better = "lower"
filters = ["region", "section"]
opens = "catalogue_item"
group_by = ["region", "section", "data_domain", "data_sector", "collection_mode", "catalogue_state"]
columns = ["catalogue_code", "catalogue_item", "data_source", "data_domain", "data_sector", "collection_mode", "cycle_months", "catalogue_state", "last_loaded_date", "last_due_date", "limit_date", "is_collected", "dataset", "dataset_rows", "is_standardised", "section", "region"]
*/
select * from catalogue_item_as_of where catalogue_state = 'overdue'
