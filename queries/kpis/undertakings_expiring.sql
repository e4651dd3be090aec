/*
title = { zh = "即将到期的保密承诺书", en = "Secrecy undertakings ending soon" }
definition = { zh = "当日有效、三十天内（含首尾）到期且没有更晚到期的承诺书的人数；含已停用的账号", en = "Persons whose undertaking is valid on that day and ends within thirty days, first and last included, with no later one; disabled accounts included" }
source = "000-12"
relation = "undertaking_as_of"
measure = "count(*)"
additive = true
format = "count"
better = "lower"
filters = ["region", "section"]
opens = ""
group_by = ["region", "section"]
columns = ["signatory", "undertaking_document", "signed_date", "undertaking_until", "undertaking_days_left", "section", "region"]
*/
select * from undertaking_as_of where undertaking_state = 'expiring'
