/*
title = { zh = "标准化入库率", en = "Standardised share" }
definition = { zh = "已标准化入库的目录项 ÷ 已采集的目录项；四舍五入到两位", en = "Collected items that are standardised ÷ collected items; rounded to two decimals" }
source = "003-8"
relation = "catalogue_item_as_of"
numerator = "count(*) filter (where is_standardised)"
denominator = "count(*)"
additive = true
format = "percent"
better = "higher"
filters = ["region", "section"]
opens = "catalogue_item"
group_by = ["region", "section", "data_domain", "data_sector", "collection_mode", "catalogue_state"]
columns = ["catalogue_code", "catalogue_item", "data_source", "data_domain", "data_sector", "collection_mode", "cycle_months", "catalogue_state", "last_loaded_date", "last_due_date", "limit_date", "is_collected", "dataset", "dataset_rows", "is_standardised", "section", "region"]
*/
select * from catalogue_item_as_of where is_collected
