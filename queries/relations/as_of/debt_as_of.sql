-- The debt of each region as of the end of the newest month reported by each day asked for: one row per day and
-- region. The debt rate is the balance over the comprehensive means of the year; which rate is red, orange or
-- yellow are thresholds of the bureau.
with newest as (
    select
        a.as_of_date,
        d.*,
        row_number() over (partition by a.as_of_date, d.region_code order by d.position_date desc) as place
    from debt_position as d
    join as_of as a on d.position_date <= a.as_of_date
)
select
    n.as_of_date,
    n.debt_position_id,
    n.region_code,
    g.region,
    cast(null as varchar) as section_code,
    cast(null as varchar) as section,
    cast(year(n.position_date) as bigint) as plan_year,
    n.position_date,
    n.limit_fen,
    n.balance_fen,
    n.means_fen,
    n.balance_fen / nullif(n.means_fen, 0) as debt_rate,
    n.balance_fen / nullif(n.limit_fen, 0) as limit_use_rate,
    n.balance_fen > n.limit_fen as is_over_limit,
    case
        when coalesce(n.means_fen, 0) = 0 then 'unknown'
        when n.balance_fen * 100.0 >= n.means_fen * (select value from fiscal_threshold where name = 'red_percent')
            then 'red'
        when n.balance_fen * 100.0 >= n.means_fen * (select value from fiscal_threshold where name = 'orange_percent')
            then 'orange'
        when n.balance_fen * 100.0 >= n.means_fen * (select value from fiscal_threshold where name = 'yellow_percent')
            then 'yellow'
        else 'green'
    end as debt_level
from newest as n
join region_name as g on g.region_code = n.region_code
where n.place = 1
