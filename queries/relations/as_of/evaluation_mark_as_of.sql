-- Marks given in audits of posts by each day asked for: one row per day, audit and aspect.
select
    p.as_of_date,
    p.post_audit_id,
    p.official_id,
    p.post_title,
    p.project_id,
    p.project,
    p.region_code,
    p.section_code,
    m.aspect,
    m.full_hundredths,
    m.mark_hundredths,
    m.evaluated_date
from evaluation_mark as m
join post_audit_as_of as p on p.post_audit_id = m.post_audit_id and m.evaluated_date <= p.as_of_date
