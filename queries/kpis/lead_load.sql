/*
title = { zh = "主审在施项目数", en = "Running projects of lead auditors" }
definition = { zh = "截至当日在施项目的主审人次：业务主审和数据主审各计一次", en = "Leads of running projects on that day: the business lead and the data lead count once each" }
source = "000-22"
relation = "lead_as_of"
measure = "count(*)"
additive = true
format = "count"
filters = ["year", "region", "section", "project_type"]
opens = "project"
group_by = ["lead", "member_part", "plan_year", "region", "section", "project_type"]
columns = ["lead", "member_part", "project_code", "project", "unit", "current_stage", "delay_days", "on_site_days", "limit_state", "region", "section", "project_type", "plan_year"]
*/
select * from lead_as_of where project_state = 'running'
