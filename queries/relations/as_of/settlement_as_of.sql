-- The settlements submitted by each day asked for: one row per day and settlement. What both levels review is one row:
-- the city's review decides step and result, the district's where the city does not review. The cut rate of what is
-- approved stands against the fence of its sector, the upper one of Tukey, from all settlements approved by the day
-- (M16); of fewer than eight there is none. A claim above ten million yuan of which nothing is cut stands out too.
with reviewed as (
    select
        a.as_of_date,
        r.settlement_code,
        r.level,
        r.investment_project_id as investment_id,
        r.contract_section,
        r.review_firm,
        r.submitted_date,
        r.submitted_fen,
        case when r.approved_date <= a.as_of_date then r.approved_date end as approved_date,
        case when r.approved_date <= a.as_of_date then r.approved_fen end as approved_fen,
        case when r.explained_date <= a.as_of_date then r.difference_reason end as difference_reason,
        case
            when r.approved_date <= a.as_of_date then 'approved'
            when r.second_review_date <= a.as_of_date then 'second_review'
            when r.first_review_date <= a.as_of_date then 'first_review'
            else 'submitted'
        end as settlement_step
    from settlement_review as r
    join as_of as a on r.submitted_date <= a.as_of_date
),

decided as (
    select
        d.* exclude (level, difference_reason),
        d.level as review_level,
        case when d.level = 'municipal' then d.approved_fen end as municipal_fen,
        case when d.level = 'district' then d.approved_fen else o.approved_fen end as district_fen,
        o.settlement_code is not null as is_two_level,
        coalesce(d.difference_reason, o.difference_reason) as difference_reason,
        d.submitted_fen - d.approved_fen as cut_fen,
        (d.submitted_fen - d.approved_fen) / nullif(d.submitted_fen, 0) as cut_rate,
        b.investment_sector,
        b.investment_code,
        b.investment,
        b.contractor,
        b.unit_id,
        b.unit,
        b.region_code,
        b.region
    from reviewed as d
    join investment_base as b on b.investment_id = d.investment_id
    left join reviewed as o
        on o.as_of_date = d.as_of_date and o.settlement_code = d.settlement_code and o.level <> d.level
    where d.level = 'municipal' or o.settlement_code is null
),

fences as (
    select
        as_of_date,
        investment_sector,
        quantile_cont(cut_rate, 0.75)
        + 1.5 * (quantile_cont(cut_rate, 0.75) - quantile_cont(cut_rate, 0.25)) as cut_fence_rate
    from decided
    where cut_rate is not null
    group by as_of_date, investment_sector
    having count(*) >= 8
)
select
    d.* exclude (submitted_date, approved_date, approved_fen),
    cast(year(d.submitted_date) as bigint) as plan_year,
    i.section_code,
    i.section,
    d.submitted_date as settlement_submitted_date,
    d.approved_date as settlement_approved_date,
    date_diff('day', d.submitted_date, coalesce(d.approved_date, d.as_of_date)) as days_in_review,
    d.approved_fen as settlement_fen,
    f.cut_fence_rate,
    case
        when d.cut_rate is null then null
        when d.cut_rate > f.cut_fence_rate then 'above'
        when d.cut_fen = 0 and d.submitted_fen > 1000000000 then 'uncut'
        when f.cut_fence_rate is null then 'unknown'
        else 'within'
    end as fence_state,
    d.district_fen - d.municipal_fen as level_difference_fen,
    abs(d.district_fen - d.municipal_fen) as level_gap_fen,
    abs(d.district_fen - d.municipal_fen) / nullif(d.submitted_fen, 0) as level_gap_rate,
    case
        when not d.is_two_level then null
        when d.district_fen is null or d.municipal_fen is null then 'awaited'
        when d.district_fen = d.municipal_fen then 'none'
        when d.difference_reason is not null then 'explained'
        else 'unexplained'
    end as level_difference,
    case level_difference when 'unexplained' then 0 when 'explained' then 1 when 'none' then 2 else 3 end
        as difference_place
from decided as d
left join investment_as_of as i on i.as_of_date = d.as_of_date and i.investment_id = d.investment_id
left join fences as f
    on f.as_of_date = d.as_of_date and f.investment_sector is not distinct from d.investment_sector
