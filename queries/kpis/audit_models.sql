/*
title = { zh = "在用审计模型", en = "Audit models in force" }
definition = { zh = "截至当日已发布、未撤销的审计模型，随产品附带的和本单位发布的都计入", en = "Models published and not withdrawn by that day, those that came with the product and the bureau's own" }
source = "000-7"
relation = "audit_model_as_of"
measure = "count(*)"
additive = true
format = "count"
better = "higher"
filters = []
opens = "audit_model"
group_by = ["model_sector", "model_method", "severity"]
columns = ["model_code", "model", "model_sector", "model_method", "severity", "published_date", "suspect_count", "fed_back_count", "confirmed_count"]
*/
select * from audit_model_as_of
