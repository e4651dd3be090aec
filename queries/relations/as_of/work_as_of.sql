-- The work done on projects by each day asked for: one row per day and entry of the diary, or record of the
-- register where the diary says nothing of that person, project and week. Section and region are the project's.
select
    a.as_of_date,
    w.diary_source,
    w.diary_entry_id,
    w.week_date,
    strftime(w.week_date, '%Y-%m') as work_month,
    w.work_date,
    w.work_mode,
    w.half_hours,
    w.staff_id,
    s.staff_code,
    s.name as staff,
    o.name as staff_section,
    p.*
from work_base as w
join as_of as a on w.counted_date <= a.as_of_date
join project_base as p on p.project_id = w.project_id
join staff as s on s.staff_id = w.staff_id
left join section as o on o.section_code = s.section_code
