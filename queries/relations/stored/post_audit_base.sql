-- One row per audit of a post (economic responsibility or natural resource assets) with its project's days.
-- What is only drafted is no audit yet.
select
    t.post_audit_id,
    t.post_id,
    t.occasion,
    t.notified_date,
    t.feedback_date,
    t.result_used_date,
    t.result_use,
    p.project_id,
    p.project_code,
    p.project,
    p.plan_year,
    p.project_type,
    p.section_code as project_section_code,
    p.section as project_section,
    p.is_desk_only,
    coalesce(p.in_plan_date, make_date(p.plan_year, 1, 1)) as in_plan_date,
    p.cancelled_date,
    d.planned_entry_date,
    d.entry_date,
    d.planned_delivery_date,
    d.delivery_date
from post_audit as t
join project_base as p on p.project_id = t.project_id and not p.is_draft
left join (
    select
        project_id,
        max(planned_date) filter (where stage = 'entry') as planned_entry_date,
        max(actual_date) filter (where stage = 'entry') as entry_date,
        max(planned_date) filter (where stage = 'delivery') as planned_delivery_date,
        max(actual_date) filter (where stage = 'delivery') as delivery_date
    from project_stage
    group by project_id
) as d on d.project_id = t.project_id
