/*
title = { zh = "责任清单覆盖率", en = "Responsibility list coverage" }
definition = { zh = "列有经济或环保责任事项的任职 ÷ 当日在任的经责审计对象任职", en = "Posts with an economic or environmental item in force ÷ posts in scope held on that day" }
source = "003-13"
relation = "responsibility_as_of"
numerator = "count(*) filter (where has_list)"
denominator = "count(*)"
additive = true
format = "percent"
better = "higher"
filters = ["region", "section"]
opens = "official"
group_by = ["audit_class", "region", "section", "unit"]
columns = ["official", "post_title", "unit", "audit_class", "start_date", "has_list", "economic_items", "environmental_items", "section", "region"]
order = ["has_list", "audit_class"]
*/
select * from responsibility_as_of
