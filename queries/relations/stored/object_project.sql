-- Which project audits which object: one row per object and project, drafts among them.
-- A project audits its own unit and what it was recorded to audit besides. An audit of a unit that was merged
-- or renamed counts for the unit that succeeded it too (is_inherited), however many steps lie between.
with direct as (
    select p.project_id, o.audit_object_id
    from project as p
    join audit_object as o on o.unit_id = p.unit_id
    union
    select project_id, audit_object_id from project_object
),
linked as (
    select project_id, audit_object_id, false as is_inherited from direct
    union all
    select d.project_id, heir.audit_object_id, true
    from direct as d
    join audit_object as o on o.audit_object_id = d.audit_object_id
    join unit_heritage as h on h.audited_unit_id = o.unit_id and h.steps > 0
    join audit_object as heir on heir.unit_id = h.unit_id
),
single as (
    select project_id, audit_object_id, bool_and(is_inherited) as is_inherited
    from linked
    group by project_id, audit_object_id
)
select
    n.audit_object_id,
    n.is_inherited,
    p.project_id,
    p.project_code,
    p.project,
    p.plan_year,
    p.project_type,
    p.is_desk_only,
    p.is_draft,
    coalesce(p.in_plan_date, make_date(p.plan_year, 1, 1)) as in_plan_date,
    p.cancelled_date,
    i.promoted_date,
    d.delivery_date
from single as n
join project_base as p on p.project_id = n.project_id
left join library_item as i on i.project_id = n.project_id
left join (
    select project_id, max(actual_date) as delivery_date
    from project_stage
    where stage = 'delivery'
    group by project_id
) as d on d.project_id = n.project_id
