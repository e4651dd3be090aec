-- The audit models in force on each day asked for, with what came of their suspects by that day.
-- A model serves the whole bureau: it has no section and no region.
with of_model as (
    select
        as_of_date,
        model_code,
        count(*) as suspect_count,
        count(*) filter (where is_fed_back) as fed_back_count,
        count(*) filter (where is_confirmed) as confirmed_count
    from suspect_as_of
    group by as_of_date, model_code
)
select
    a.as_of_date,
    m.model_code,
    m.model_code as audit_model_id,
    m.title as model,
    m.sector as model_sector,
    m.method as model_method,
    m.severity,
    m.version as model_version,
    m.is_shipped,
    m.published_date,
    coalesce(o.suspect_count, 0) as suspect_count,
    coalesce(o.fed_back_count, 0) as fed_back_count,
    coalesce(o.confirmed_count, 0) as confirmed_count,
    cast(null as varchar) as region_code,
    cast(null as varchar) as region,
    cast(null as varchar) as section_code,
    cast(null as varchar) as section
from audit_model as m
join as_of as a on m.published_date <= a.as_of_date and (m.withdrawn_date is null or m.withdrawn_date > a.as_of_date)
left join of_model as o on o.as_of_date = a.as_of_date and o.model_code = m.model_code
