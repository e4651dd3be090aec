-- Audits in the plan that look at information systems: one row per day, project and unit whose systems it looks at.
-- Where they belong is where the unit does.
select
    p.as_of_date,
    p.project_id,
    p.project_code,
    p.project,
    p.plan_year,
    p.project_type,
    p.project_state,
    p.is_finished,
    p.delivery_date,
    t.audit_mode,
    t.audit_rhythm,
    i.unit_id,
    u.unit,
    u.region_code,
    u.region,
    u.section_code,
    u.section
from system_audit_unit as i
join system_audit as t on t.project_id = i.project_id
join project_as_of as p on p.project_id = i.project_id
left join unit_place as u on u.unit_id = i.unit_id
