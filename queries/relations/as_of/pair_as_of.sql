-- 党政同责: leaders of one place on opposite sides with overlapping terms, both subjects of economic-responsibility
-- audits: one row per day asked for, post and partner, so a pair has two rows, one of each side. Who takes up a
-- post on the day the other leaves does not overlap.
select
    p.*,
    q.post_id as other_post_id,
    q.official as other_official,
    q.is_ec_audited as is_other_audited,
    q.last_ec_audit_date as other_ec_audit_date,
    q.last_ec_project_id as other_ec_project_id,
    -- Who came after an audit had begun, or had left before it, could not have been audited with it.
    coalesce(p.start_date < q.last_ec_begin_date, false) and coalesce(p.end_date >= q.last_ec_begin_date, true)
        as is_there_for_other_audit,
    coalesce(q.start_date < p.last_ec_begin_date, false) and coalesce(q.end_date >= p.last_ec_begin_date, true)
        as is_other_there_for_audit,
    t.post_id is not null as is_audited_together
from post_as_of as p
join post_as_of as q
    on q.as_of_date = p.as_of_date and q.pair_code = p.pair_code and q.leader_side <> p.leader_side
    and not q.is_audit_exempt
    and p.start_date < coalesce(q.end_date, date '9999-12-31')
    and q.start_date < coalesce(p.end_date, date '9999-12-31')
left join (
    select distinct a.as_of_date, a.post_id, b.post_id as other_post_id
    from post_audit_as_of as a
    join post_audit_as_of as b using (as_of_date, project_id)
    where a.is_delivered and a.project_type = 'economic_responsibility' and a.post_id <> b.post_id
) as t on t.as_of_date = p.as_of_date and t.post_id = p.post_id and t.other_post_id = q.post_id
where not p.is_audit_exempt
