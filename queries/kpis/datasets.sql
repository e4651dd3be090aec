/*
title = { zh = "数据集", en = "Datasets" }
definition = { zh = "当日在库的数据集数", en = "Datasets that are there on that day" }
source = "000-23"
relation = "dataset_as_of"
measure = "count(*)"
additive = true
format = "count"
filters = ["region", "section"]
opens = "dataset"
group_by = ["region", "section", "data_domain", "data_sector", "dataset_type", "classification"]
columns = ["dataset", "dataset_type", "data_source", "data_domain", "classification", "dataset_rows", "version_count", "refused_rows", "quality_rate", "last_loaded_date", "last_used_date", "idle_days", "section", "region"]
*/
select * from dataset_as_of
