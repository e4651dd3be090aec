-- How loaded the business staff in service are on each day asked for: one row per day and person, with the
-- running projects they are on and the hours of work counted in the last four weeks.
with projects as (
    select as_of_date, staff_id, count(*) as project_count
    from staff_project_as_of
    group by as_of_date, staff_id
),
recent as (
    select a.as_of_date, w.staff_id, sum(w.half_hours) as half_hours
    from work_base as w
    join as_of as a on w.counted_date between a.as_of_date - 27 and a.as_of_date
    group by a.as_of_date, w.staff_id
)
select
    s.as_of_date,
    s.staff_id,
    s.staff_code,
    s.staff,
    s.is_division_head,
    coalesce(p.project_count, 0) as project_count,
    cast(coalesce(r.half_hours, 0) // 2 as bigint) as recent_hours,
    s.region_code,
    s.region,
    s.section_code,
    s.section
from staff_as_of as s
left join projects as p on p.as_of_date = s.as_of_date and p.staff_id = s.staff_id
left join recent as r on r.as_of_date = s.as_of_date and r.staff_id = s.staff_id
where s.is_business
