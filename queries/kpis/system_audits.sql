/*
title = { zh = "信息系统审计", en = "Audits of information systems" }
definition = { zh = "截至当日计划内的信息系统审计，一个项目审几个单位就计几次；包括独立型、结合型、综合性", en = "Audits in the plan that look at information systems, once for each unit whose systems a project looks at: independent, combined and comprehensive" }
source = "002-7"
relation = "system_audit_as_of"
measure = "count(*)"
additive = true
format = "count"
filters = ["year", "region", "section", "project_type"]
opens = "project"
group_by = ["plan_year", "region", "section", "unit", "project_type", "project_state", "audit_mode", "audit_rhythm"]
columns = ["project_code", "project", "plan_year", "project_type", "audit_mode", "audit_rhythm", "unit", "region", "delivery_date"]
*/
select * from system_audit_as_of
