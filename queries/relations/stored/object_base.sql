-- One row per object of the audit universe with everything about it that has no date of its own.
-- An organisation without a region or a class of its own has those of its unit.
select
    o.audit_object_id,
    o.object_code,
    o.kind as object_kind,
    o.name as audit_object,
    o.unit_id,
    u.name as unit,
    u.kind as unit_kind,
    coalesce(o.audit_class, u.audit_class) as audit_class,
    coalesce(o.region_code, u.region_code) as region_code,
    g.region,
    o.section_code,
    s.name as section,
    o.valid_from_date,
    o.valid_to_date,
    o.source
from audit_object as o
left join unit as u on u.unit_id = o.unit_id
left join region_name as g on g.region_code = coalesce(o.region_code, u.region_code)
left join section as s on s.section_code = o.section_code
