/*
title = { zh = "高风险审计对象", en = "High-risk audit objects" }
definition = { zh = "当日存在、风险分 50 分及以上的审计对象数；30 至 49 分为中风险，30 分以下为低风险。风险分（满分 100）＝审计间隔（满五年或从未审计 30，满三年 15）＋近五年查出金额（有金额 5，满 100 万元 10，满 1000 万元 15，满 1 亿元 20）＋近五年重大问题（每个 5，最多 15）＋近五年屡审屡犯（每个 5，最多 15）＋当日超期未整改问题（每个 5，最多 20）。组织取本单位和并入单位的问题，政策、资金、工程取审计它的项目的问题；撤销的问题不计", en = "Objects that exist on the day with a risk score of 50 or more; 30 to 49 is medium, below 30 low. The score, 100 at most = years since the last audit (five or more, or never audited: 30; three or more: 15) + amount found in five years (any: 5, from 1 million yuan: 10, from 10 million: 15, from 100 million: 20) + major problems in five years (5 each, 15 at most) + repeat findings in five years (5 each, 15 at most) + overdue findings on the day (5 each, 20 at most). An organisation has the findings of its unit and of those merged into it, policies, funds and works those of the projects that audit them; without withdrawn findings" }
source = "003-3"
relation = "object_risk_as_of"
measure = "count(*)"
additive = true
format = "count"
better = "lower"
filters = ["region", "section"]
opens = "unit"
order = ["100 - risk_score", "object_code"]
group_by = ["object_kind", "unit_kind", "audit_class", "audit_gap", "region", "section"]
columns = ["object_code", "audit_object", "risk_score", "last_audit_date", "audit_gap", "recent_found_fen", "recent_major_count", "recent_repeat_count", "overdue_count", "project_in_hand", "object_kind", "unit_kind", "audit_class", "region", "section"]
*/
select * from object_risk_as_of where risk_level = 'high'
