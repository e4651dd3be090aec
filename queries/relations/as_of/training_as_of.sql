-- Who is to take part in which course of the years begun by each day asked for, and whether it was done: one row
-- per day, course and person. Who had left before the course or the day is not counted. Section is the person's.
select
    a.as_of_date,
    t.training_record_id,
    c.training_code,
    c.title as training,
    c.kind as training_kind,
    c.organiser,
    c.planned_start_date,
    c.planned_end_date as training_end_date,
    c.hours as training_hours,
    cast(year(c.planned_start_date) as bigint) as plan_year,
    case when t.completed_date <= a.as_of_date then t.completed_date end as completed_date,
    case when t.completed_date <= a.as_of_date then t.is_passed end as is_passed,
    case
        when t.completed_date <= a.as_of_date then 'completed'
        when c.cancelled_date <= a.as_of_date then 'cancelled'
        when c.planned_end_date < a.as_of_date then 'missed'
        else 'coming'
    end as training_state,
    s.staff_id,
    s.staff_code,
    s.name as staff,
    cast(null as varchar) as region_code,
    cast(null as varchar) as region,
    s.section_code,
    o.name as section
from training_record as t
join training as c on c.training_id = t.training_id
join as_of as a on year(c.planned_start_date) <= year(a.as_of_date)
join staff as s
    on s.staff_id = t.staff_id
    and coalesce(s.left_date > least(a.as_of_date, c.planned_start_date), true)
left join section as o on o.section_code = s.section_code
