/*
title = { zh = "审计覆盖率", en = "Audit coverage" }
definition = { zh = "已覆盖数 ÷ 当日应审数，一个对象适用几条覆盖要求就计几次。五年一轮的要求：截至当日的五年内有已送达报告的审计；每年一次的要求：当日所在自然年内有。审计项目本单位和其延伸审计的对象都算；限定项目类型的要求只认该类型；被合并、更名单位的审计计入承继单位。领导干部按任职计，任中、离任均可，离任后继续计入五年。当日尚未设立、已撤销或要求未生效的对象不计", en = "Duties fulfilled ÷ duties of that day; an object under several rules counts once for each. A rule of five years is kept by an audit whose report was delivered within the five years up to the day, a yearly rule by one in the calendar year of the day. A project covers its own unit and what it went on into; where a rule names project types, only these count; an audit of a merged or renamed unit counts for its successor. Officials count by post, in office or on leaving, and for five years after they left. Objects that do not exist on the day and rules not in force do not count" }
source = "003-C3"
relation = "duty_as_of"
numerator = "count(*) filter (where is_covered)"
denominator = "count(*)"
additive = true
format = "percent"
better = "higher"
filters = ["region", "section"]
opens = "unit"
order = ["is_audited", "last_audit_date", "audit_object"]
group_by = ["coverage_rule", "region", "section", "audit_class", "coverage_state", "audit_gap", "unit"]
columns = ["audit_object", "coverage_rule", "is_covered", "coverage_state", "last_audit_date", "audit_gap", "next_audit_date", "last_project", "project_in_hand", "audit_count", "official", "post_title", "audit_class", "region", "section"]
*/
select * from duty_as_of
