-- What ought to be live by each day asked for: one row per day, application and unit (or module). Nothing is owed
-- before it is due; what went live early is counted from the day that it was due.
select
    a.as_of_date,
    r.rollout_id,
    r.application,
    r.place_name as rollout_place,
    r.region_code,
    g.region,
    r.section_code,
    s.name as section,
    r.due_date as rollout_due_date,
    case when r.live_date <= a.as_of_date then r.live_date end as live_date,
    coalesce(r.live_date <= a.as_of_date, false) and coalesce(r.retired_date > a.as_of_date, true) as is_live
from rollout as r
join as_of as a on r.due_date <= a.as_of_date
left join region_name as g on g.region_code = r.region_code
left join section as s on s.section_code = r.section_code
