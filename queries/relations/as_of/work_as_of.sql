-- The work done by each day asked for: one row per day and record of a person, project, week and mode.
-- A week counts from its Friday on. Section and region are those of the project.
select
    a.as_of_date,
    w.work_record_id,
    w.week_date,
    strftime(w.week_date, '%Y-%m') as work_month,
    w.mode as work_mode,
    w.half_days,
    w.staff_id,
    s.staff_code,
    s.name as staff,
    o.name as staff_section,
    p.*
from work_record as w
join as_of as a on w.week_date + 4 <= a.as_of_date
join project_base as p on p.project_id = w.project_id
join staff as s on s.staff_id = w.staff_id
left join section as o on o.section_code = s.section_code
