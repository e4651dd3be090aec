/*
title = { zh = "重大问题应发现率", en = "Detection of major problems" }
definition = { zh = "审计已发现的重大问题 ÷ 经质量检查、巡视巡察和后续暴露查明应发现的重大问题，由重大问题倒查登记计算", en = "Major problems that the audit had found ÷ those that reviews, inspections and later events show it should have found, from the register of problems looked back at" }
source = "003-K9"
relation = "exposed_problem_as_of"
numerator = "count(*) filter (where was_found)"
denominator = "count(*)"
additive = true
format = "percent"
better = "higher"
filters = ["year", "region", "section", "project_type"]
opens = "project"
group_by = ["plan_year", "exposed_by", "project_type", "section", "region"]
columns = ["problem_code", "exposed_problem", "was_found", "exposed_by", "exposed_date", "project_code", "project", "section", "region"]
order = ["was_found", "exposed_date desc"]
*/
select * from exposed_problem_as_of
