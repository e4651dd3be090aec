-- One row per indicator whose figures are entered and year of its plan that has begun by the day asked for:
-- the newest value up to that day, or that one is owed. Computed indicators owe nothing.
select
    a.as_of_date,
    i.indicator_code as indicator_id,
    i.indicator_code,
    i.name as indicator,
    p.plan_code,
    p.name as plan,
    y.year as plan_year,
    e.fact_date,
    e.evidence,
    e.indicator_code is not null as is_entered,
    cast(null as varchar) as region_code,
    cast(null as varchar) as region,
    i.section_code,
    s.name as section
from as_of as a
cross join indicator as i
join indicator_plan as p on p.plan_code = i.plan_code
cross join unnest(range(p.first_year, p.last_year + 1)) as y (year)
left join indicator_value_as_of as e
    on e.as_of_date = a.as_of_date and e.indicator_code = i.indicator_code and e.year = y.year and e.place = 1
left join section as s on s.section_code = i.section_code
where
    i.kpi is null
    and y.year <= extract(year from a.as_of_date)
    -- What has no target in any year is kept for comparison only, and nobody owes it.
    and exists (select 1 from indicator_target as t where t.indicator_code = i.indicator_code)
