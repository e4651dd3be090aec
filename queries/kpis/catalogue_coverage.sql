/*
title = { zh = "目录覆盖率", en = "Catalogue coverage" }
definition = { zh = "已采集目录项 ÷ 应采集目录项；已采集指当日已有至少一个版本的数据；四舍五入到两位", en = "Items with at least one version of data ÷ items in force; rounded to two decimals" }
source = "000-14"
relation = "catalogue_item_as_of"
numerator = "count(*) filter (where is_collected)"
denominator = "count(*)"
additive = true
format = "percent"
better = "higher"
filters = ["region", "section"]
opens = "catalogue_item"
group_by = ["region", "section", "data_domain", "data_sector", "collection_mode", "catalogue_state"]
columns = ["catalogue_code", "catalogue_item", "data_source", "data_domain", "data_sector", "collection_mode", "cycle_months", "catalogue_state", "last_loaded_date", "last_due_date", "limit_date", "is_collected", "dataset", "dataset_rows", "is_standardised", "section", "region"]
*/
select * from catalogue_item_as_of
