-- Direct funds allotted by each day asked for, with the newest report on each: one row per day and allotment. An
-- allotment that is not wholly broken down after the days of the bureau's threshold is late; one of which less is
-- paid than the share of the year since its allotment, less the bureau's margin, is slow.
with reported as (
    select
        a.as_of_date,
        r.direct_fund_id,
        max(r.report_date) as report_date,
        arg_max(r.broken_down_fen, r.report_date) as broken_down_fen,
        arg_max(r.paid_fen, r.report_date) as paid_fen
    from direct_fund_report as r
    join as_of as a on r.report_date <= a.as_of_date
    group by a.as_of_date, r.direct_fund_id
)
select
    a.as_of_date,
    f.direct_fund_id,
    f.fund_code,
    f.name as fund,
    cast(year(f.allotted_date) as bigint) as plan_year,
    f.region_code,
    g.region,
    f.section_code,
    s.name as section,
    f.allotted_date,
    f.allotted_fen,
    r.report_date,
    coalesce(r.broken_down_fen, 0) as broken_down_fen,
    coalesce(r.paid_fen, 0) as fund_paid_fen,
    coalesce(r.paid_fen, 0) / nullif(f.allotted_fen, 0) as fund_paid_rate,
    a.as_of_date - f.allotted_date as days_since_allotted,
    case
        when coalesce(r.broken_down_fen, 0) < f.allotted_fen
            and a.as_of_date - f.allotted_date > (select value from fiscal_threshold where name = 'break_down_days')
            then 'late'
        when coalesce(r.paid_fen, 0) * 36500.0
            < f.allotted_fen * (
                least(a.as_of_date - f.allotted_date, 365) * 100.0
                - (select value from fiscal_threshold where name = 'paid_margin_percent') * 365.0
            ) then 'slow'
        else 'on_course'
    end as fund_state
from direct_fund as f
join as_of as a on f.allotted_date <= a.as_of_date
left join reported as r on r.as_of_date = a.as_of_date and r.direct_fund_id = f.direct_fund_id
left join region_name as g on g.region_code = f.region_code
left join section as s on s.section_code = f.section_code
