-- The teams of the projects in the plan on each day asked for: one row per day, project and member.
-- A member is on site on the days of the own stay while the visit goes on; in an approved pause nobody is.
-- Section and region are those of the project.
select
    p.* exclude (is_on_site),
    p.is_on_site
    and not p.is_paused
    and coalesce(m.from_date <= p.as_of_date, true)
    and coalesce(m.to_date >= p.as_of_date, true)
    and coalesce(s.left_date > p.as_of_date, true) as is_on_site,
    m.staff_id,
    m.part as member_part,
    s.staff_code,
    s.name as staff,
    o.name as staff_section
from project_as_of as p
join project_member as m on m.project_id = p.project_id
join staff as s on s.staff_id = m.staff_id
left join section as o on o.section_code = s.section_code
