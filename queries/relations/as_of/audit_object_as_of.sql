-- The audit universe as it stood on each day asked for: one row per day and object that existed on it, with its
-- last audit. Audited means: the report was delivered. The first and the last day of an object both count.
select
    a.as_of_date,
    o.*,
    t.last_audit_date,
    t.last_project_id as project_id,
    t.last_project,
    coalesce(t.audit_count, 0) as audit_count,
    t.project_in_hand,
    gap_since(t.last_audit_date, a.as_of_date) as audit_gap
from object_base as o
join as_of as a
    on (o.valid_from_date is null or o.valid_from_date <= a.as_of_date)
    and (o.valid_to_date is null or o.valid_to_date >= a.as_of_date)
left join (
    select
        as_of_date,
        audit_object_id,
        max(delivery_date) as last_audit_date,
        arg_max(project_id, delivery_date) as last_project_id,
        arg_max(project, delivery_date) as last_project,
        count(delivery_date) as audit_count,
        min(project) filter (where delivery_date is null) as project_in_hand
    from object_project_as_of
    group by as_of_date, audit_object_id
) as t on t.as_of_date = a.as_of_date and t.audit_object_id = o.audit_object_id
