-- One row per finding with everything about it that has no date: who, where, what, how much.
-- A finding without its own region or section has those of its project, then of its unit.
select
    f.finding_id,
    f.finding_code,
    f.title,
    p.plan_year,
    p.audited_year,
    p.project_id,
    p.project_code,
    p.name as project,
    p.project_type,
    coalesce(f.region_code, p.region_code, u.region_code) as region_code,
    g.region,
    coalesce(f.section_code, p.section_code) as section_code,
    s.name as section,
    u.unit_id,
    u.name as unit,
    coalesce(r.responsible_unit_id, f.unit_id) as responsible_unit_id,
    v.name as responsible_unit,
    coalesce(u.supervising_unit_id, u.unit_id) as supervising_unit_id,
    coalesce(m.name, u.name) as supervising_unit,
    coalesce(u.sector, m.sector) as unit_sector,
    f.problem_class_code,
    c.name as problem_class,
    substr(f.problem_class_code, 1, 2) as problem_group_code,
    d.name as problem_group,
    f.nature,
    r.rectification_type,
    f.amount_fen,
    coalesce(f.amount_fen, 0) > 0 as has_amount,
    case
        when not has_amount then 'none'
        when f.amount_fen < 10000000 then 'under_100k'
        when f.amount_fen < 100000000 then '100k_1m'
        when f.amount_fen < 1000000000 then '1m_10m'
        when f.amount_fen < 10000000000 then '10m_100m'
        else 'over_100m'
    end as amount_band,
    w.finding_id is not null as is_in_work_report,
    f.has_leader_instruction,
    f.is_major,
    f.is_repeat,
    f.found_date,
    r.due_date as first_due_date,
    f.source
from finding as f
join project as p using (project_id)
join unit as u on u.unit_id = f.unit_id
left join rectification as r on r.finding_id = f.finding_id
left join unit as v on v.unit_id = coalesce(r.responsible_unit_id, f.unit_id)
left join unit as m on m.unit_id = u.supervising_unit_id
left join region_name as g on g.region_code = coalesce(f.region_code, p.region_code, u.region_code)
left join section as s on s.section_code = coalesce(f.section_code, p.section_code)
left join problem_class as c on c.problem_class_code = f.problem_class_code
left join problem_class as d on d.problem_class_code = substr(f.problem_class_code, 1, 2)
left join (
    select distinct fr.finding_id
    from finding_report as fr
    join report as rp using (report_id)
    where rp.report_kind = 'work_report'
) as w on w.finding_id = f.finding_id
