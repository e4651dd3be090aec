/*
title = { zh = "应用上线率", en = "Applications gone live" }
definition = { zh = "当日在用的应用 ÷ 当日应上线的应用；一个应用在一个单位（或一个模块）各计一项，应上线日期到了才计入，已下线的不算上线", en = "Applications in use on that day ÷ applications due by that day; one application at one unit, or one module of it, counts one; nothing counts before it is due, and what was retired is not live" }
source = "001-K1"
relation = "rollout_as_of"
numerator = "count(*) filter (where is_live)"
denominator = "count(*)"
additive = true
format = "percent"
better = "higher"
filters = ["region", "section"]
opens = ""
group_by = ["application", "region", "section"]
columns = ["application", "rollout_place", "rollout_due_date", "live_date", "is_live", "section", "region"]
*/
select * from rollout_as_of
