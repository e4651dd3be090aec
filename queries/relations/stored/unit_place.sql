-- Where a unit belongs: its region, and the section in charge of it (归口科室) as the audit universe has it.
select
    u.unit_id,
    u.name as unit,
    u.kind as unit_kind,
    u.region_code,
    g.region,
    o.section_code,
    s.name as section
from unit as u
left join region_name as g on g.region_code = u.region_code
left join audit_object as o on o.unit_id = u.unit_id
left join section as s on s.section_code = o.section_code
