/*
title = { zh = "整改不到位", en = "Not rectified in earnest" }
definition = { zh = "提交认定未获认可达到规定次数，或回头看反弹重开后超过规定天数仍未整改。尚未提请政府督查督办的列为督办事项；规定天数的最后一天不列入", en = "Submitted and not accepted the set number of times, or reopened when one looked back and not rectified more than the set number of days later. A matter for government supervision unless it is there already; the last of those days is still in time" }
level = "red"
source = "002-9"
version = 1
step = "government_supervision"

[thresholds.times]
title = { zh = "未获认可次数", en = "Times not accepted" }
unit = "times"
default = 2
least = 1
most = 20

[thresholds.days]
title = { zh = "重开后天数", en = "Days after the reopening" }
unit = "days"
default = 30
least = 0
most = 730

[flagged]
not_accepted = { zh = "整改不到位：{proof} 提交认定未获认可（限 {limit} 次）", en = "Not rectified in earnest: submitted and not accepted on {proof} (limit: {limit} times)" }
reopened = { zh = "整改不到位：{proof} 回头看反弹重开，至今 {days} 天（限 {limit} 天）未整改", en = "Not rectified in earnest: reopened on {proof} when one looked back, {days} days ago (limit {limit}), not rectified" }

[skipped]
*/
with refused as (
    select
        f.as_of_date,
        f.finding_id,
        max(m.fact_date) as last_date,
        string_agg(cast(m.fact_date as varchar), '、' order by m.fact_date, m.milestone_id) as days
    from finding_rung_as_of as f
    join milestone as m
        on
            m.finding_id = f.finding_id
            and m.kind = 'not_accepted'
            and m.fact_date <= f.as_of_date
            and (f.reopened_date is null or m.fact_date >= f.reopened_date)
    group by f.as_of_date, f.finding_id
    having count(*) >= $times
)
select
    f.as_of_date,
    f.finding_id,
    coalesce(r.last_date, f.reopened_date) as decisive_date,
    if(r.finding_id is null, $days, $times) as limit_value,
    if(r.finding_id is null, 'reopened', 'not_accepted') as outcome,
    coalesce(r.days, cast(f.reopened_date as varchar)) as proof
from finding_rung_as_of as f
left join refused as r on r.as_of_date = f.as_of_date and r.finding_id = f.finding_id
where
    f.government_supervision_date is null
    and (r.finding_id is not null or f.as_of_date > f.reopened_date + $days)
