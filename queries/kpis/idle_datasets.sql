/*
title = { zh = "僵尸数据", en = "Idle datasets" }
definition = { zh = "超过规定天数没有新版本、也没有人使用的数据集数；天数由本局在“数据清理”页设定，未设定为 180 天", en = "Datasets without a new version and without any use for more than the idle days that the bureau sets on the page Data clean-up, 180 where it has set none" }
source = "000-18"
relation = "dataset_as_of"
measure = "count(*)"
additive = true
format = "count"
better = "lower"
filters = ["region", "section"]
opens = "dataset"
group_by = ["region", "section", "data_domain", "data_sector", "dataset_type", "classification"]
columns = ["dataset", "dataset_type", "data_source", "data_domain", "classification", "dataset_rows", "version_count", "refused_rows", "quality_rate", "last_loaded_date", "last_used_date", "idle_days", "section", "region"]
*/
select * from dataset_as_of where idle_days > idle_limit_days
