-- The turns of the rotation calendar that were listed on each day asked for: one row per day, unit and year. A turn is
-- taken when an audit of that plan year that looks at the unit's systems has delivered its report.
with audited as (
    select
        as_of_date,
        unit_id,
        plan_year,
        bool_or(is_finished) as is_taken,
        min(delivery_date) as delivery_date,
        min(project) as project
    from system_audit_as_of
    group by as_of_date, unit_id, plan_year
)

select
    a.as_of_date,
    r.unit_id,
    u.unit,
    u.region_code,
    u.region,
    u.section_code,
    u.section,
    cast(r.year as bigint) as plan_year,
    cast(r.year as bigint) as turn_year,
    coalesce(r.listed_date, make_date(r.year, 1, 1)) as listed_date,
    d.project,
    d.delivery_date,
    coalesce(d.is_taken, false) as is_turn_taken,
    case
        when d.is_taken then 'audited'
        when d.unit_id is not null then 'in_hand'
        when r.year < year(a.as_of_date) then 'missed'
        when r.year = year(a.as_of_date) then 'open'
        else 'coming'
    end as rotation_state
from system_rotation as r
join as_of as a on coalesce(r.listed_date, make_date(r.year, 1, 1)) <= a.as_of_date
left join unit_place as u on u.unit_id = r.unit_id
left join audited as d on d.as_of_date = a.as_of_date and d.unit_id = r.unit_id and d.plan_year = r.year
