/*
title = { zh = "模型运行次数", en = "Model runs" }
definition = { zh = "截至当日科室人员运行审计模型并得出结果的次数，同一模型重复运行各计一次；科室为运行人所在科室；取消、失败、未能运行的和不属于科室的夜间定时运行不计；年度为运行之日", en = "Runs of audit models by people of sections that gave their result by that day, each run of a model counted; the section is that of whoever ran it; without runs stopped, failed or not begun, and without those by night, which belong to no section; the year is that of the run" }
source = "000-23"
relation = "model_run_as_of"
measure = "count(*)"
additive = true
format = "count"
filters = ["year", "region", "section"]
opens = "audit_model"
group_by = ["plan_year", "region", "section", "model_sector", "severity"]
order = ["run_date desc", "model_run_id desc"]
columns = ["model", "run_date", "ran_by", "hit_count", "section", "model_sector"]
*/
select *, model_code as audit_model_id from model_run_as_of where section_code is not null
