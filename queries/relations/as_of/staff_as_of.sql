-- The bureau's staff in service on each day asked for: one row per day and person, with the age on that day.
-- Qualification, talent and computer certificate are those on record: the register keeps no dates for them.
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
    on coalesce(s.joined_date <= a.as_of_date, true) and coalesce(s.left_date > a.as_of_date, true)
left join section as o on o.section_code = s.section_code
