-- Audit recommendations given up to each day asked for, and whether they were adopted by then.
-- A recommendation that belongs to a project as a whole has no finding and so no finding's columns.
select
    a.as_of_date,
    n.recommendation_id,
    n.wording,
    n.given_date,
    case when n.adopted_date <= a.as_of_date then n.adopted_date end as adopted_date,
    coalesce(n.adopted_date <= a.as_of_date, false) as is_adopted,
    p.plan_year,
    p.project_id,
    p.project_code,
    p.name as project,
    p.project_type,
    coalesce(b.region_code, p.region_code) as region_code,
    g.region,
    coalesce(b.section_code, p.section_code) as section_code,
    s.name as section,
    u.unit_id,
    u.name as unit,
    b.finding_id,
    b.finding_code,
    b.problem_group_code,
    b.problem_group,
    b.rectification_type,
    b.amount_band,
    b.is_in_work_report,
    b.has_leader_instruction
from recommendation as n
join as_of as a on n.given_date <= a.as_of_date
join project as p on p.project_id = n.project_id
left join finding_base as b on b.finding_id = n.finding_id
left join region_name as g on g.region_code = coalesce(b.region_code, p.region_code)
left join section as s on s.section_code = coalesce(b.section_code, p.section_code)
left join unit as u on u.unit_id = coalesce(b.unit_id, p.unit_id)
