-- Whom the plan of each year would visit, as it stood on each day asked for: one row per day, plan year and
-- organisation. A project carried out at the desk alone makes no visit, nor does one taken out of the plan; a
-- draft that is not approved yet counts among the drafts. A draft taken from a library is one since that day;
-- when another was drafted is not recorded, so it counts on every day until it is approved.
-- A unit that nobody entered among the audit objects is visited too: then `audit_object_id` is empty.
with audited as (
    select project_id, audit_object_id, cast(null as bigint) as bare_unit_id
    from object_project
    where not is_inherited
    union all
    select p.project_id, null, p.unit_id
    from project_base as p
    where p.unit_id not in (select unit_id from audit_object where unit_id is not null)
),
visit as (
    select
        a.as_of_date,
        n.audit_object_id,
        n.bare_unit_id,
        p.project_id,
        p.project,
        p.plan_year,
        p.is_draft or coalesce(p.in_plan_date, make_date(p.plan_year, 1, 1)) > a.as_of_date as is_drafted
    from audited as n
    join project_base as p on p.project_id = n.project_id
    left join library_item as i on i.project_id = p.project_id
    join as_of as a
        on case
            when p.is_draft then coalesce(i.promoted_date <= a.as_of_date, true)
            else coalesce(p.in_plan_date, make_date(p.plan_year, 1, 1)) <= a.as_of_date
                or i.promoted_date <= a.as_of_date
        end
        and coalesce(p.cancelled_date > a.as_of_date, true)
    where not p.is_desk_only and p.plan_year is not null
),
organisation as (
    select *, cast(null as bigint) as bare_unit_id from object_base where object_kind = 'organisation'
    union all by name
    select
        u.unit_id as bare_unit_id,
        'organisation' as object_kind,
        u.name as audit_object,
        u.unit_id,
        u.name as unit,
        u.kind as unit_kind,
        u.audit_class,
        u.region_code,
        g.region
    from unit as u
    left join region_name as g on g.region_code = u.region_code
)
select
    v.as_of_date,
    v.plan_year,
    o.* exclude (bare_unit_id),
    v.visit_count,
    v.draft_count,
    v.visits,
    v.project_ids,
    case when v.draft_count > 0 then 'draft' else 'approved' end as plan_state
from (
    select
        as_of_date,
        plan_year,
        audit_object_id,
        bare_unit_id,
        count(*) as visit_count,
        count(*) filter (where is_drafted) as draft_count,
        string_agg(project, '；' order by project_id) as visits,
        list(project_id) as project_ids
    from visit
    group by as_of_date, plan_year, audit_object_id, bare_unit_id
) as v
join organisation as o on o.audit_object_id = v.audit_object_id or o.bare_unit_id = v.bare_unit_id
