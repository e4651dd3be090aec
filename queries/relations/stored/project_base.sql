-- One row per audit project of a plan, with everything about it that has no date. A draft is not in the plan.
select
    p.project_id,
    p.project_code,
    p.name as project,
    p.plan_year,
    p.audited_year,
    p.project_type,
    coalesce(p.region_code, u.region_code) as region_code,
    g.region,
    p.section_code,
    s.name as section,
    p.unit_id,
    u.name as unit,
    p.business_lead,
    p.data_lead,
    p.is_independent,
    p.is_desk_only,
    p.is_draft,
    p.is_stub,
    p.digital_step,
    p.in_plan_date,
    p.cancelled_date,
    p.plan_document,
    i.library_item_id is not null as is_from_library,
    i.library,
    p.source
from project as p
left join unit as u on u.unit_id = p.unit_id
left join region_name as g on g.region_code = coalesce(p.region_code, u.region_code)
left join section as s on s.section_code = p.section_code
left join library_item as i on i.project_id = p.project_id
