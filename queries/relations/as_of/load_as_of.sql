-- The work done by each day asked for, as load of persons: like work_as_of, with what belongs to no project too.
-- Section is that of the person.
select
    a.as_of_date,
    w.diary_source,
    w.diary_entry_id,
    w.work_date,
    w.week_date,
    strftime(w.week_date, '%Y-%m-%d') as work_week,
    strftime(w.week_date, '%m-%d') as work_week_name,
    strftime(w.week_date, '%Y-%m') as work_month,
    cast(year(w.week_date) as bigint) as plan_year,
    w.work_mode,
    w.half_hours,
    w.done,
    w.project_id,
    p.project_code,
    p.project,
    w.staff_id,
    s.staff_code,
    s.name as staff,
    cast(null as varchar) as region_code,
    cast(null as varchar) as region,
    s.section_code,
    o.name as section
from work_base as w
join as_of as a on w.counted_date <= a.as_of_date
join staff as s on s.staff_id = w.staff_id
left join project_base as p on p.project_id = w.project_id
left join section as o on o.section_code = s.section_code
