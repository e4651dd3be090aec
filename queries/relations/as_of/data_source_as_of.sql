-- Every source of data recorded by each day asked for, as it stood on that day: connected or not, and what came.
-- A source that has what it takes to be connected has it since the day in the register, or always.
with came as (
    select
        a.as_of_date,
        e.data_source_id,
        max(e.fact_date) filter (where not e.is_failed) as last_arrival_date,
        max(e.fact_date) filter (where e.is_failed) as last_failure_date,
        count(*) filter (where e.is_failed and e.fact_date > a.as_of_date - 30) as failures,
        arg_max(e.row_count, (e.fact_date, e.source_arrival_id)) filter (where not e.is_failed) as arrived_rows
    from source_arrival as e
    join as_of as a on e.fact_date <= a.as_of_date
    group by a.as_of_date, e.data_source_id
)
select
    a.as_of_date,
    d.data_source_id,
    d.source_code,
    d.name as data_source,
    d.unit_id,
    u.name as unit,
    d.region_code,
    g.region,
    d.section_code,
    s.name as section,
    d.domain as data_domain,
    d.sector as data_sector,
    d.can_connect and coalesce(d.connectable_date <= a.as_of_date, true) as can_connect,
    d.connectable_date,
    d.connected_date,
    d.connected_date is not null and d.connected_date <= a.as_of_date
        and coalesce(d.disconnected_date > a.as_of_date, true) as is_connected,
    c.last_arrival_date,
    c.last_failure_date,
    coalesce(c.failures, 0) as failures,
    c.arrived_rows,
    coalesce(c.last_failure_date > c.last_arrival_date, c.last_failure_date is not null) as is_failing,
    a.as_of_date - c.last_arrival_date as days_since_arrival
from data_source as d
cross join as_of as a
left join came as c on c.as_of_date = a.as_of_date and c.data_source_id = d.data_source_id
left join unit as u on u.unit_id = d.unit_id
left join region_name as g on g.region_code = d.region_code
left join section as s on s.section_code = d.section_code
