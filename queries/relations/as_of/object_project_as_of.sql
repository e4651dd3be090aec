-- Audits of objects that were delivered or in the plan by each day asked for: one row per day, object and
-- project. A day of delivery that had not come yet is empty.
select
    a.as_of_date,
    p.audit_object_id,
    p.is_inherited,
    p.project_id,
    p.project_code,
    p.project,
    p.plan_year,
    p.project_type,
    p.is_desk_only,
    case when p.delivery_date <= a.as_of_date then p.delivery_date end as delivery_date
from object_project as p
join as_of as a
    on p.delivery_date <= a.as_of_date
    or (
        not p.is_draft and p.in_plan_date <= a.as_of_date and coalesce(p.cancelled_date > a.as_of_date, true)
    )
