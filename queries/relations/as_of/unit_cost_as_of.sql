-- The library of unit costs as it stood on each day asked for: one row per day and observation, by the day of pricing.
-- The fences are those of Tukey, of all observations of the type by the day; of fewer than eight there are none,
-- and no median either to compare an observation with.
with priced as (
    select
        a.as_of_date,
        c.unit_cost_id,
        c.unit_cost_code,
        c.investment_project_id as investment_id,
        c.works_type,
        c.quantity_thousandths as works_quantity,
        c.amount_fen as works_fen,
        cast(round(c.amount_fen * 1000.0 / c.quantity_thousandths) as bigint) as unit_cost_fen,
        c.priced_date
    from unit_cost as c
    join as_of as a on c.priced_date <= a.as_of_date
),

fences as (
    select
        as_of_date,
        works_type,
        quantile_cont(unit_cost_fen, 0.25) as lower_quartile,
        quantile_cont(unit_cost_fen, 0.5) as middle,
        quantile_cont(unit_cost_fen, 0.75) as upper_quartile
    from priced
    group by as_of_date, works_type
    having count(*) >= 8
)
select
    p.*,
    cast(year(p.priced_date) as bigint) as plan_year,
    b.investment_code,
    b.investment,
    b.investment_sector,
    b.contractor,
    b.unit_id,
    b.unit,
    b.region_code,
    b.region,
    i.section_code,
    i.section,
    -- No unit costs less than nothing.
    cast(round(greatest(2.5 * f.lower_quartile - 1.5 * f.upper_quartile, 0)) as bigint) as lower_fence_fen,
    cast(round(2.5 * f.upper_quartile - 1.5 * f.lower_quartile) as bigint) as upper_fence_fen,
    p.unit_cost_fen / f.middle as cost_level_rate,
    case
        when f.upper_quartile is null then 'unknown'
        when p.unit_cost_fen > 2.5 * f.upper_quartile - 1.5 * f.lower_quartile then 'above'
        when p.unit_cost_fen < 2.5 * f.lower_quartile - 1.5 * f.upper_quartile then 'below'
        else 'within'
    end as fence_state
from priced as p
join investment_base as b on b.investment_id = p.investment_id
left join investment_as_of as i on i.as_of_date = p.as_of_date and i.investment_id = p.investment_id
left join fences as f on f.as_of_date = p.as_of_date and f.works_type = p.works_type
