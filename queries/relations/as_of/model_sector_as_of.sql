-- One row per sector with models in force on each day asked for, and how many they are.
select
    as_of_date,
    model_sector,
    count(*) as model_count,
    cast(null as varchar) as region_code,
    cast(null as varchar) as region,
    cast(null as varchar) as section_code,
    cast(null as varchar) as section
from audit_model_as_of
group by as_of_date, model_sector
