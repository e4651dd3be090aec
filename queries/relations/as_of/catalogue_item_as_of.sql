-- Every item of the data catalogue that was in force on each day asked for, and how far its data had come.
-- Items with a cycle fall due on the first due date and every cycle after it. What falls due on a day is there
-- when data came after the due date before it: what came then belongs to the new period.
with loaded as (
    select
        v.dataset_id,
        v.row_count,
        china_day(v.loaded_at) as loaded_date,
        v.number
    from dataset_version as v
),
came as (
    select
        a.as_of_date,
        l.dataset_id,
        max(l.loaded_date) as last_loaded_date,
        arg_max(l.row_count, l.number) as dataset_rows
    from loaded as l
    join as_of as a on l.loaded_date <= a.as_of_date
    group by a.as_of_date, l.dataset_id
),
dated as (
    select
        a.as_of_date,
        i.*,
        c.last_loaded_date,
        c.dataset_rows,
        case
            when i.first_due_date > a.as_of_date or i.first_due_date is null then 0
            when coalesce(i.cycle_months, 0) = 0 then 1
            else datediff('month', i.first_due_date, a.as_of_date) // i.cycle_months + 1
        end as periods
    from catalogue_item as i
    cross join as_of as a
    left join came as c on c.as_of_date = a.as_of_date and c.dataset_id = i.dataset_id
    where coalesce(i.retired_date > a.as_of_date, true)
),
-- Months are counted by their numbers: the day of the last one may still lie ahead.
counted as (
    select
        *,
        periods - case
            when periods > 0
                and cast(first_due_date + to_months(cast((periods - 1) * coalesce(cycle_months, 0) as integer)) as date)
                    > as_of_date
            then 1 else 0
        end as due_periods
    from dated
),
due as (
    select
        *,
        case when due_periods > 0 then cast(
            first_due_date + to_months(cast((due_periods - 1) * coalesce(cycle_months, 0) as integer)) as date
        ) end as last_due_date,
        case
            when due_periods = 0 then first_due_date
            when cycle_months > 0 then cast(
                first_due_date + to_months(cast(due_periods * cycle_months as integer)) as date
            )
        end as next_due_date,
        case when due_periods > 1 then cast(
            first_due_date + to_months(cast((due_periods - 2) * coalesce(cycle_months, 0) as integer)) as date
        ) end as due_before_date
    from counted
)
select
    d.as_of_date,
    d.catalogue_item_id,
    d.item_code as catalogue_code,
    d.name as catalogue_item,
    d.data_source_id,
    o.name as data_source,
    d.region_code,
    g.region,
    d.section_code,
    s.name as section,
    d.domain as data_domain,
    d.sector as data_sector,
    d.collection_mode,
    d.cycle_months,
    d.dataset_id,
    t.title as dataset,
    d.dataset_rows,
    d.last_loaded_date,
    d.last_due_date,
    d.next_due_date as limit_date,
    d.last_loaded_date is not null as is_collected,
    coalesce(d.standardised_date <= d.as_of_date, false) as is_standardised,
    case
        when d.last_due_date is not null
            and coalesce(d.last_loaded_date <= d.due_before_date, d.last_loaded_date is null)
            then 'overdue'
        when d.next_due_date <= d.as_of_date + 30
            and coalesce(d.last_loaded_date <= d.last_due_date, d.last_loaded_date is null)
            then 'due_soon'
        when d.last_loaded_date is null then 'not_collected'
        else 'current'
    end as catalogue_state
from due as d
left join data_source as o on o.data_source_id = d.data_source_id
left join dataset as t on t.dataset_id = d.dataset_id
left join region_name as g on g.region_code = d.region_code
left join section as s on s.section_code = d.section_code
