-- What the staff in service are skilled in on each day asked for: one row per day, person and skill.
select distinct s.*, r.value as staff_skill
from staff_as_of as s
join staff_record as r
    on r.staff_id = s.staff_id
    and r.kind = 'skill'
    and r.fact_date <= s.as_of_date
    and coalesce(r.end_date > s.as_of_date, true)
