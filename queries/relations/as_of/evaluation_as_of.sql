-- Audits of posts that had been evaluated by each day asked for: one row per day and audit, with its marks over all
-- aspects.
select
    p.*,
    e.aspects,
    e.full_hundredths,
    e.mark_hundredths,
    e.mark_hundredths / e.full_hundredths as mark_rate,
    e.evaluated_date
from post_audit_as_of as p
join (
    select
        a.as_of_date,
        m.post_audit_id,
        count(*) as aspects,
        cast(sum(m.full_hundredths) as bigint) as full_hundredths,
        cast(sum(m.mark_hundredths) as bigint) as mark_hundredths,
        max(m.evaluated_date) as evaluated_date
    from evaluation_mark as m
    join as_of as a on m.evaluated_date <= a.as_of_date
    group by a.as_of_date, m.post_audit_id
) as e on e.as_of_date = p.as_of_date and e.post_audit_id = p.post_audit_id
