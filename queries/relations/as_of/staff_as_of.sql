-- The bureau's staff in service on each day asked for: one row per day and person, with the age on that day.
-- Qualification, talent, computer certificate and rank are those on record, and the register keeps no dates for
-- them: years before the present one have no rows, so that nothing of to-day is shown as if it were theirs. The
-- present is the fixed day of the bureau (the demonstration has one), else to-day.
with present as (
    select coalesce(max(cast(value as date)), current_date) as today from bureau_setting where name = 'as_of'
)
select
    a.as_of_date,
    s.staff_id,
    s.staff_code,
    s.name as staff,
    date_sub('year', s.birth_date, a.as_of_date) as age,
    s.is_business,
    s.is_division_head,
    s.qualification,
    s.talent,
    s.has_computer_intermediate,
    cast(null as varchar) as region_code,
    cast(null as varchar) as region,
    s.section_code,
    o.name as section
from staff as s
join as_of as a
    on year(a.as_of_date) >= (select year(today) from present)
    and coalesce(s.joined_date <= a.as_of_date, true)
    and coalesce(s.left_date > a.as_of_date, true)
left join section as o on o.section_code = s.section_code
