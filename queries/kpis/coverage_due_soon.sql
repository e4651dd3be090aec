/*
title = { zh = "明年底前到期", en = "Due by the end of next year" }
definition = { zh = "期限在当日之后、次年12月31日（含）之前的数量。五年一轮：上次审计满五年之日；从未审计的，自对象设立、要求生效或任职起算满五年之日；每年一次：当年未审的为当年12月31日，已审的为次年12月31日。已过期限和无法确定期限的不计，见未覆盖", en = "Duties whose next audit is due after the day and by 31 December of the next year. A rule of five years: five years after the last audit, or, never audited, after the object, the rule or the post began; a yearly rule: 31 December of the year, or of the next where this year's audit is done. What is past its day or has none is not here but among those not covered" }
source = "003-C3"
relation = "duty_as_of"
measure = "count(*)"
additive = true
format = "count"
better = "lower"
filters = ["region", "section"]
opens = "unit"
order = ["next_audit_date", "audit_object"]
group_by = ["coverage_rule", "region", "section", "audit_class", "coverage_state", "audit_gap", "unit"]
columns = ["audit_object", "coverage_rule", "coverage_state", "last_audit_date", "audit_gap", "next_audit_date", "last_project", "project_in_hand", "audit_count", "official", "post_title", "audit_class", "region", "section"]
*/
select * from duty_as_of where next_audit_date > as_of_date and next_audit_date <= make_date(year(as_of_date) + 1, 12, 31)
