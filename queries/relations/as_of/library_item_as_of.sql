-- The items of the project libraries as they stood on each day asked for: one row per day and item that had been
-- added by then. An item that a plan took up is drafted until that plan is approved.
select
    a.as_of_date,
    i.library_item_id,
    i.library,
    i.item_code,
    i.title as item_title,
    i.project_type,
    i.audit_object_id,
    o.audit_object,
    o.unit_id,
    coalesce(i.region_code, o.region_code) as region_code,
    g.region,
    coalesce(i.section_code, o.section_code) as section_code,
    s.name as section,
    i.proposed_year,
    i.reason as item_reason,
    i.added_date,
    case when i.dropped_date <= a.as_of_date then i.dropped_date end as dropped_date,
    case when i.promoted_date <= a.as_of_date then i.promoted_date end as promoted_date,
    case when i.promoted_date <= a.as_of_date then p.project_id end as project_id,
    case when i.promoted_date <= a.as_of_date then p.project end as project,
    case when i.promoted_date <= a.as_of_date then p.plan_year end as plan_year,
    case
        when i.promoted_date <= a.as_of_date
            and (p.is_draft or coalesce(p.in_plan_date, make_date(p.plan_year, 1, 1)) > a.as_of_date)
        then 'drafted'
        when i.promoted_date <= a.as_of_date then 'planned'
        when i.dropped_date <= a.as_of_date then 'dropped'
        else 'open'
    end as item_state,
    i.source
from library_item as i
join as_of as a on i.added_date <= a.as_of_date
left join object_base as o on o.audit_object_id = i.audit_object_id
left join project_base as p on p.project_id = i.project_id
left join region_name as g on g.region_code = coalesce(i.region_code, o.region_code)
left join section as s on s.section_code = coalesce(i.section_code, o.section_code)
