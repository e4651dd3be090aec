/*
title = { zh = "目录项", en = "Catalogue items" }
definition = { zh = "当日在用的审计数据目录项数", en = "Items of the data catalogue in force on that day" }
source = "000-14"
relation = "catalogue_item_as_of"
measure = "count(*)"
additive = true
format = "count"
filters = ["region", "section"]
opens = "catalogue_item"
group_by = ["region", "section", "data_domain", "data_sector", "collection_mode", "catalogue_state", "dataset"]
columns = ["catalogue_code", "catalogue_item", "data_source", "data_domain", "data_sector", "collection_mode", "cycle_months", "catalogue_state", "last_loaded_date", "last_due_date", "limit_date", "is_collected", "dataset", "dataset_rows", "is_standardised", "section", "region"]
*/
select * from catalogue_item_as_of
