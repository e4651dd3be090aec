/*
title = { zh = "有效保密承诺书", en = "Valid secrecy undertakings" }
definition = { zh = "当日持有有效保密承诺书的人数：已签署、未到期、未撤回；一人多份的计一次，按最晚到期的一份；含已停用的账号", en = "Persons with a secrecy undertaking that is valid on that day: signed, not ended, not withdrawn; a person counts once, by the one that ends last; disabled accounts included" }
source = "000-12"
relation = "undertaking_as_of"
measure = "count(*)"
additive = true
format = "count"
filters = ["region", "section"]
opens = ""
group_by = ["region", "section"]
columns = ["signatory", "undertaking_document", "signed_date", "undertaking_until", "undertaking_days_left", "section", "region"]
*/
select * from undertaking_as_of where undertaking_state in ('valid', 'expiring')
