-- What units had reported of their internal audit by each day asked for: one row per day, unit and year.
select
    a.as_of_date,
    i.internal_audit_year_id,
    cast(i.year as bigint) as plan_year,
    i.unit_id,
    u.name as unit,
    u.region_code,
    g.region,
    c.section_code,
    s.name as section,
    i.reported_date,
    i.has_office,
    i.staff_count,
    i.project_count as internal_audits,
    i.problem_fen,
    i.rectified_fen as internal_rectified_fen
from internal_audit_year as i
join as_of as a on i.reported_date <= a.as_of_date
join unit as u on u.unit_id = i.unit_id
left join audit_object as c on c.unit_id = u.unit_id
left join section as s on s.section_code = c.section_code
left join region_name as g on g.region_code = u.region_code
