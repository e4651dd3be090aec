-- Networks, and pools of computing and storage, as they stood on each day asked for: one row per day and facility that
-- was not closed. Capacity and use are those of the newest count by that day; networks have none.
select
    a.as_of_date,
    f.it_facility_id,
    f.facility_code,
    f.name as facility,
    f.kind as facility_kind,
    f.unit_id,
    u.unit,
    u.region_code,
    u.region,
    u.section_code,
    u.section,
    f.coverage,
    f.business,
    f.maintainer_name,
    f.investment_fen as facility_fen,
    f.since_date,
    max(n.fact_date) as counted_date,
    arg_max(n.capacity, n.fact_date) filter (where n.capacity is not null) as facility_capacity,
    arg_max(n.used, n.fact_date) filter (where n.used is not null) as facility_used,
    cast(arg_max(n.used, n.fact_date) filter (where n.used is not null) as double)
    / nullif(arg_max(n.capacity, n.fact_date) filter (where n.capacity is not null), 0) as facility_use_rate
from it_facility as f
join as_of as a
    on
        coalesce(f.since_date, china_day(f.recorded_at)) <= a.as_of_date
        and (f.closed_date is null or f.closed_date > a.as_of_date)
left join unit_place as u on u.unit_id = f.unit_id
left join facility_use as n on n.it_facility_id = f.it_facility_id and n.fact_date <= a.as_of_date
group by all
