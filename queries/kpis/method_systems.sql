/*
title = { zh = "业务领域审计大数据方法体系", en = "Systems of audit methods" }
definition = { zh = "在用审计模型不少于3个的行业数，累计；一个行业有3个以上模型即算成体系", en = "Sectors with three models in force or more, cumulative: that many make a system of methods" }
source = "001-K7"
relation = "model_sector_as_of"
measure = "count(*)"
additive = true
format = "count"
better = "higher"
filters = []
opens = ""
group_by = ["model_sector"]
columns = ["model_sector", "model_count"]
*/
select * from model_sector_as_of where model_count >= 3
