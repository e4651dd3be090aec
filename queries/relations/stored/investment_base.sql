-- One row per project of public investment with everything about it that has no date. It is there from the day of its
-- first fact, or from the day on which it was recorded where it has none.
select
    p.investment_project_id as investment_id,
    p.project_code as investment_code,
    p.name as investment,
    p.sector as investment_sector,
    p.region_code,
    g.region,
    p.unit_id,
    coalesce(u.name, p.owner_name) as unit,
    p.owner_name,
    p.contractor_name as contractor,
    p.approval_document,
    p.planned_start_date,
    p.planned_end_date,
    p.declared_length_m,
    p.declared_area_m2,
    p.source as investment_source,
    coalesce(f.first_date, china_day(p.recorded_at)) as since_date,
    e.longitude,
    e.latitude,
    map_cell(e.longitude, e.latitude) as map_cell,
    e.shape_kind,
    e.landing,
    e.found_region_code,
    e.length_m,
    e.area_m2
from investment_project as p
left join unit as u on u.unit_id = p.unit_id
left join region_name as g on g.region_code = p.region_code
left join investment_place as e on e.investment_project_id = p.investment_project_id
left join (
    select investment_project_id, min(fact_date) as first_date from investment_fact group by investment_project_id
) as f on f.investment_project_id = p.investment_project_id
