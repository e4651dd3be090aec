/*
title = { zh = "大数据技术应用行业覆盖率", en = "Sector coverage of audit models" }
definition = { zh = "有在用审计模型的行业 ÷ 审计涉及的行业；涉及的行业按当年计划项目的类型归类，政策跟踪和区域协同不归行业；四舍五入到两位", en = "Sectors with a model in force ÷ sectors that the audits touch, by the types of the plan's projects; policy and regional projects stand for no sector; rounded to two decimals" }
source = "001-K6"
relation = "audit_sector_as_of"
numerator = "count(distinct case when has_model then model_sector end)"
denominator = "count(distinct model_sector)"
additive = false
format = "percent"
better = "higher"
filters = ["year"]
opens = ""
group_by = ["plan_year", "model_sector"]
columns = ["plan_year", "model_sector", "has_model", "model_count"]
*/
select * from audit_sector_as_of
