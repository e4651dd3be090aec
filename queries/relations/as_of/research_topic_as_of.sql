-- Research topics begun by each day asked for: one row per day and topic. Whether its review passed is known once
-- it is concluded.
select
    a.as_of_date,
    t.research_topic_id,
    t.topic_code,
    t.title as topic,
    cast(year(coalesce(case when t.concluded_date <= a.as_of_date then t.concluded_date end, t.started_date)) as bigint)
        as plan_year,
    cast(null as varchar) as region_code,
    cast(null as varchar) as region,
    t.section_code,
    s.name as section,
    t.started_date as topic_started_date,
    t.due_date as limit_date,
    case when t.concluded_date <= a.as_of_date then t.concluded_date end as concluded_date,
    coalesce(t.concluded_date <= a.as_of_date, false) as is_concluded,
    case when t.concluded_date <= a.as_of_date then t.has_passed end as has_passed
from research_topic as t
join as_of as a on t.started_date <= a.as_of_date
left join section as s on s.section_code = t.section_code
