/*
title = { zh = "数据总行数", en = "Rows of data" }
definition = { zh = "在库数据集最新版本的行数之和", en = "Rows of the newest versions of all datasets" }
source = "000-1"
relation = "dataset_as_of"
measure = "sum(dataset_rows)"
additive = true
format = "count"
filters = ["region", "section"]
opens = "dataset"
group_by = ["region", "section", "data_domain", "data_sector", "dataset_type", "classification"]
columns = ["dataset", "dataset_type", "data_source", "data_domain", "classification", "dataset_rows", "version_count", "refused_rows", "quality_rate", "last_loaded_date", "last_used_date", "idle_days", "section", "region"]
*/
select * from dataset_as_of
