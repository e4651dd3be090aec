-- Every dataset that was there on each day asked for: its newest version on that day, and who used it last when.
with loaded as (
    select
        a.as_of_date,
        v.dataset_id,
        count(*) as version_count,
        arg_max(v.row_count, v.number) as dataset_rows,
        arg_max(v.refused_count, v.number) as refused_rows,
        arg_max(v.quality_basis_points, v.number) as quality_basis_points,
        max(china_day(v.loaded_at)) as last_loaded_date
    from dataset_version as v
    join as_of as a on china_day(v.loaded_at) <= a.as_of_date
    group by a.as_of_date, v.dataset_id
),
-- The bureau sets after how many days a dataset is idle.
idle as (
    select coalesce(max(try_cast(value as integer)), 180) as idle_limit_days
    from bureau_setting where name = 'idle_days'
),
used as (
    select a.as_of_date, e.dataset_id, max(cast(e.used_on as date)) as last_used_date
    from dataset_use as e
    join as_of as a on cast(e.used_on as date) <= a.as_of_date
    group by a.as_of_date, e.dataset_id
)
select
    l.as_of_date,
    d.dataset_id,
    d.title as dataset,
    d.dataset_type,
    d.classification,
    o.name as data_source,
    o.domain as data_domain,
    o.sector as data_sector,
    d.region_code,
    g.region,
    d.section_code,
    s.name as section,
    l.version_count,
    l.dataset_rows,
    l.refused_rows,
    l.quality_basis_points / 10000.0 as quality_rate,
    l.last_loaded_date,
    u.last_used_date,
    l.as_of_date - greatest(l.last_loaded_date, coalesce(u.last_used_date, l.last_loaded_date)) as idle_days,
    i.idle_limit_days
from dataset as d
join loaded as l on l.dataset_id = d.dataset_id
cross join idle as i
left join used as u on u.as_of_date = l.as_of_date and u.dataset_id = d.dataset_id
left join data_source as o on o.data_source_id = d.data_source_id
left join region_name as g on g.region_code = d.region_code
left join section as s on s.section_code = d.section_code
where d.removed_at is null or china_day(d.removed_at) > l.as_of_date
