/*
title = { zh = "金审三期主要应用系统覆盖率", en = "Golden Audit III applications deployed" }
definition = { zh = "当日在用的系统 ÷ 当日应上线的系统，由上线登记计算；应上线日期到了才计入，已下线的不算", en = "Systems where it is in use on that day ÷ systems where it is due by that day, from the register of rollouts; what was retired does not count" }
source = "001-K4"
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
part_of = { kpi = "rollout_rate", by = "application", code = "golden_audit" }
*/
select * from rollout_as_of where application = 'golden_audit'
