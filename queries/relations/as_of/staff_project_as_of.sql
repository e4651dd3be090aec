-- Who works on which running project on each day asked for: one row per day, person and project, on the days of
-- the own stay. Section is that of the person.
select
    m.as_of_date,
    m.staff_id,
    m.project_id,
    any_value(m.project_code) as project_code,
    any_value(m.project) as project,
    any_value(m.unit) as unit,
    any_value(m.current_stage) as current_stage,
    any_value(m.plan_year) as plan_year,
    min_by(m.member_part, list_position(['business_lead', 'data_lead', 'member'], m.member_part)) as member_part,
    any_value(s.staff_code) as staff_code,
    any_value(s.name) as staff,
    cast(null as varchar) as region_code,
    cast(null as varchar) as region,
    any_value(s.section_code) as section_code,
    any_value(o.name) as section
from member_as_of as m
join project_member as t
    on t.project_id = m.project_id
    and t.staff_id = m.staff_id
    and t.part = m.member_part
    and coalesce(t.from_date <= m.as_of_date, true)
    and coalesce(t.to_date >= m.as_of_date, true)
join staff as s on s.staff_id = m.staff_id and coalesce(s.left_date > m.as_of_date, true)
left join section as o on o.section_code = s.section_code
where m.project_state = 'running'
group by m.as_of_date, m.staff_id, m.project_id
