/*
title = { zh = "三十天内到期", en = "Due within thirty days" }
definition = { zh = "下一次到期在三十天内、本期数据尚未到达的目录项数", en = "Items due within thirty days whose data has not come yet" }
source = "000-15"
relation = "catalogue_item_as_of"
measure = "count(*)"
additive = true
format = "count"
filters = ["region", "section"]
opens = "catalogue_item"
group_by = ["region", "section", "data_domain", "data_sector", "collection_mode", "catalogue_state"]
columns = ["catalogue_code", "catalogue_item", "data_source", "data_domain", "data_sector", "collection_mode", "cycle_months", "catalogue_state", "last_loaded_date", "last_due_date", "limit_date", "is_collected", "dataset", "dataset_rows", "is_standardised", "section", "region"]
*/
select * from catalogue_item_as_of where catalogue_state = 'due_soon'
