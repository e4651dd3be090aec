-- Whom the plan of each year would visit, as it stood on each day asked for: one row per day, plan year and
-- organisation. A project carried out at the desk alone makes no visit, nor does one taken out of the plan; a
-- draft that is not approved yet counts among the drafts. A draft taken from a library is one since that day;
-- when another was drafted is not recorded, so it counts on every day until it is approved.
with visit as (
    select
        a.as_of_date,
        p.audit_object_id,
        p.project_id,
        p.project,
        p.plan_year,
        p.is_draft or p.in_plan_date > a.as_of_date as is_drafted
    from object_project as p
    join as_of as a
        on case
            when p.is_draft then coalesce(p.promoted_date <= a.as_of_date, true)
            else p.in_plan_date <= a.as_of_date or p.promoted_date <= a.as_of_date
        end
        and coalesce(p.cancelled_date > a.as_of_date, true)
    where not p.is_inherited and not p.is_desk_only and p.plan_year is not null
)
select
    v.as_of_date,
    v.plan_year,
    o.*,
    v.visit_count,
    v.draft_count,
    v.visits,
    case when v.draft_count > 0 then 'draft' else 'approved' end as plan_state
from (
    select
        as_of_date,
        plan_year,
        audit_object_id,
        count(*) as visit_count,
        count(*) filter (where is_drafted) as draft_count,
        string_agg(project, '；' order by project_id) as visits
    from visit
    group by as_of_date, plan_year, audit_object_id
) as v
join object_base as o on o.audit_object_id = v.audit_object_id and o.object_kind = 'organisation'
