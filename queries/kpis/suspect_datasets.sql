/*
title = { zh = "发现疑点的数据集", en = "Datasets with suspects" }
definition = { zh = "截至当日，模型运行或快捷检验从中发现疑点的在库数据集；未记录来源数据的疑点不计；地区和科室为数据集所属", en = "Datasets that are there on that day in which runs of models or quick tests had found suspects by then; suspects whose data is not recorded do not count; region and section are those of the dataset" }
source = "000-8"
relation = "suspect_dataset_as_of"
measure = "count(*)"
additive = true
format = "count"
filters = ["region", "section"]
opens = "dataset"
group_by = ["region", "section", "data_domain", "data_sector", "dataset_type", "classification"]
columns = ["dataset", "dataset_type", "data_source", "data_domain", "classification", "suspect_count", "dataset_rows", "version_count", "last_loaded_date", "section", "region"]
*/
select * from suspect_dataset_as_of
