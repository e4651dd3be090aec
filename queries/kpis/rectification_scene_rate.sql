/*
title = { zh = "审计整改应用场景上线率", en = "Rectification scene gone live" }
definition = { zh = "当日在用的单位 ÷ 当日应上线的单位，由上线登记计算；应上线日期到了才计入，已下线的不算", en = "Units where it is in use on that day ÷ units where it is due by that day, from the register of rollouts; what was retired does not count" }
source = "001-K1"
relation = "rollout_as_of"
numerator = "count(*) filter (where is_live)"
denominator = "count(*)"
additive = true
format = "percent"
better = "higher"
filters = ["region", "section"]
opens = ""
group_by = ["region", "section"]
columns = ["application", "rollout_place", "rollout_due_date", "live_date", "is_live", "section", "region"]
part_of = { kpi = "rollout_rate", by = "application", code = "rectification_scene" }
*/
select * from rollout_as_of where application = 'rectification_scene'
