/*
title = { zh = "久拖不决", en = "Dragging on" }
definition = { zh = "超过整改时限规定天数仍未整改，或批准延期达到规定次数仍未整改（不论新时限是否已到）。尚未提请政府督查督办的列为督办事项；规定天数的最后一天不列入", en = "Not rectified more than the set number of days past the limit, or extended the set number of times and not rectified, whether the newest limit has passed or not. A matter for government supervision unless it is there already; the last of those days is still in time" }
level = "red"
source = "002-9"
version = 1
step = "government_supervision"

[thresholds.days]
title = { zh = "超期天数", en = "Days past the limit" }
unit = "days"
default = 180
least = 0
most = 3650

[thresholds.times]
title = { zh = "延期次数", en = "Extensions" }
unit = "times"
default = 2
least = 1
most = 20

[flagged]
overdue = { zh = "久拖不决：{due_date} 到期，超期 {days} 天（限 {limit} 天）未整改，延期 {extensions} 次", en = "Dragging on: due on {due_date}, {days} days ago (limit {limit}), not rectified, extended {extensions} times" }
extended = { zh = "久拖不决：延期 {extensions} 次（限 {limit} 次），批准于 {proof}，现时限 {due_date}，未整改", en = "Dragging on: extended {extensions} times (limit {limit}), on {proof}; the limit is now {due_date}; not rectified" }

[skipped]
*/
with extension as (
    select
        a.as_of_date,
        m.finding_id,
        max(m.fact_date) as last_date,
        string_agg(cast(m.fact_date as varchar), '、' order by m.fact_date, m.milestone_id) as days
    from milestone as m
    join as_of as a on m.fact_date <= a.as_of_date
    where m.kind = 'extended'
    group by a.as_of_date, m.finding_id
)
select
    f.as_of_date,
    f.finding_id,
    if(f.as_of_date > f.due_date + $days, f.due_date, e.last_date) as decisive_date,
    if(f.as_of_date > f.due_date + $days, $days, $times) as limit_value,
    if(f.as_of_date > f.due_date + $days, 'overdue', 'extended') as outcome,
    e.days as proof
from finding_rung_as_of as f
left join extension as e on e.as_of_date = f.as_of_date and e.finding_id = f.finding_id
where
    f.government_supervision_date is null
    and (f.as_of_date > f.due_date + $days or f.extension_count >= $times)
