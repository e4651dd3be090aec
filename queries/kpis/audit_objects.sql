/*
title = { zh = "审计对象", en = "Audit objects" }
definition = { zh = "当日存在的审计对象数：组织、政策、资金和工程项目；设立当日和撤销当日都计入。最近审计为已送达报告的任何类型的审计，被合并、更名单位的审计计入承继单位。风险分的算法见“高风险审计对象”", en = "Objects of the audit universe that exist on the day: organisations, policies, funds and works; their first and their last day count. The last audit is any whose report was delivered; that of a merged or renamed unit counts for its successor. How the risk score is made: see “High-risk audit objects”" }
source = "003-3"
relation = "object_risk_as_of"
measure = "count(*)"
additive = true
format = "count"
filters = ["region", "section"]
opens = "unit"
group_by = ["object_kind", "unit_kind", "audit_class", "risk_level", "audit_gap", "region", "section"]
columns = ["object_code", "audit_object", "object_kind", "unit_kind", "audit_class", "risk_level", "risk_score", "last_audit_date", "audit_gap", "last_project", "audit_count", "project_in_hand", "recent_found_fen", "recent_major_count", "recent_repeat_count", "overdue_count", "region", "section", "source"]
*/
select * from object_risk_as_of
