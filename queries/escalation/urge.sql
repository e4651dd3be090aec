/*
title = { zh = "超期催办", en = "Urging after the limit" }
definition = { zh = "未整改问题超过整改时限规定天数，到期以后尚未催办；规定天数的最后一天不提示。延期后按新时限重新计算", en = "A finding that is not rectified is more than the set number of days past its limit, and was not urged since; the last of those days is still in time. An extension counts from its new limit" }
level = "amber"
source = "002-9"
version = 1
step = "urge"

[thresholds.days]
title = { zh = "超期天数", en = "Days past the limit" }
unit = "days"
default = 10
least = 0
most = 365

[flagged]
overdue = { zh = "{due_date} 到期，超期 {days} 天（限 {limit} 天）未整改，到期后未催办", en = "Due on {due_date}, {days} days ago (limit {limit}), not rectified and not urged since" }

[skipped]
*/
select
    as_of_date,
    finding_id,
    due_date as decisive_date,
    $days as limit_value,
    'overdue' as outcome
from finding_rung_as_of
where
    as_of_date > due_date + $days
    and (urge_date is null or urge_date <= due_date)
