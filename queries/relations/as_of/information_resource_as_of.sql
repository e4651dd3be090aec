-- The information resources as they stood on each day asked for: one row per day and resource on the list.
-- An update is due one cycle after the last one, or after the listing where there was none; the last day still counts.
-- Rows, leads and tax are those of the calendar year of the day. Year: that of the listing.
with facts as (
    select
        a.as_of_date,
        f.information_resource_id,
        max(f.fact_date) filter (where f.kind = 'updated') as last_updated_date,
        arg_max(f.kind, (f.fact_date, f.resource_fact_id)) filter (where f.kind in ('shared', 'unshared')) = 'shared'
            as is_shared,
        max(f.fact_date) filter (where f.kind = 'shared') as shared_date,
        max(f.fact_date) filter (where f.kind = 'used') as last_used_date,
        cast(
            sum(f.row_count) filter (where f.kind = 'updated' and year(f.fact_date) = year(a.as_of_date)) as bigint
        ) as updated_rows,
        count(*) filter (where f.kind = 'updated' and year(f.fact_date) = year(a.as_of_date)) as update_count,
        count(*) filter (where f.kind = 'used' and year(f.fact_date) = year(a.as_of_date)) as use_count,
        cast(
            sum(f.lead_count) filter (where f.kind = 'used' and year(f.fact_date) = year(a.as_of_date)) as bigint
        ) as lead_count,
        cast(
            sum(f.amount_fen) filter (where f.kind = 'used' and year(f.fact_date) = year(a.as_of_date)) as bigint
        ) as tax_fen
    from resource_fact as f
    join as_of as a on f.fact_date <= a.as_of_date
    group by a.as_of_date, f.information_resource_id
),

listed as (
    select
        a.as_of_date,
        r.information_resource_id,
        r.resource_code,
        r.name as resource,
        r.unit_id,
        u.unit,
        u.region_code,
        u.region,
        u.section_code,
        u.section,
        r.information_system_id,
        s.system_name,
        r.content as contents,
        r.origin as data_origin,
        r.resource_kind,
        r.storage_place,
        r.classification,
        r.update_cycle,
        r.sharing_kind,
        r.is_tax_support,
        coalesce(r.listed_date, n.first_date, china_day(r.recorded_at)) as listed_date,
        f.last_updated_date,
        coalesce(f.is_shared, false) as is_shared,
        f.shared_date,
        f.last_used_date,
        f.updated_rows,
        coalesce(f.update_count, 0) as update_count,
        coalesce(f.use_count, 0) as use_count,
        f.lead_count,
        f.tax_fen,
        coalesce(f.last_updated_date, r.listed_date, n.first_date, china_day(r.recorded_at))
        + case r.update_cycle
            when 'real_time' then interval 1 day
            when 'daily' then interval 1 day
            when 'weekly' then interval 7 day
            when 'monthly' then interval 1 month
            when 'quarterly' then interval 3 month
            when 'half_yearly' then interval 6 month
            when 'yearly' then interval 1 year
        end as next_due
    from information_resource as r
    join as_of as a on r.withdrawn_date is null or r.withdrawn_date > a.as_of_date
    left join unit_place as u on u.unit_id = r.unit_id
    left join system_base as s on s.information_system_id = r.information_system_id
    left join (
        select information_resource_id, min(fact_date) as first_date from resource_fact group by information_resource_id
    ) as n on n.information_resource_id = r.information_resource_id
    left join facts as f
        on f.as_of_date = a.as_of_date and f.information_resource_id = r.information_resource_id
)

select
    * exclude (next_due),
    cast(year(listed_date) as bigint) as plan_year,
    cast(next_due as date) as update_due_date,
    case
        when next_due is null then 'no_cycle'
        when as_of_date <= next_due then 'on_time'
        when last_updated_date is null then 'never'
        else 'late'
    end as update_state,
    case when as_of_date > next_due then date_diff('day', cast(next_due as date), as_of_date) end as update_late_days,
    last_updated_date is not null as is_supplied,
    use_count > 0 as is_used,
    coalesce(sharing_kind in ('unconditional', 'conditional'), false) as is_to_be_shared
from listed
where listed_date <= as_of_date
