-- The money of government information systems as known on each day asked for: one row per day, system, budget year,
-- purpose and source. Of several rows the newest by that day counts, column by column; spending is that of the year.
select
    a.as_of_date,
    b.information_system_id,
    b.system_code,
    b.system_name,
    b.system_kind,
    b.unit_id,
    b.unit,
    b.region_code,
    b.region,
    b.section_code,
    b.section,
    m.year as plan_year,
    m.purpose as money_purpose,
    m.fund_source,
    max(m.fact_date) as counted_date,
    arg_max(m.budget_fen, m.fact_date) filter (where m.budget_fen is not null) as budget_fen,
    arg_max(m.spent_fen, m.fact_date) filter (where m.spent_fen is not null) as spent_fen,
    cast(arg_max(m.spent_fen, m.fact_date) filter (where m.spent_fen is not null) as double)
    / nullif(arg_max(m.budget_fen, m.fact_date) filter (where m.budget_fen is not null), 0) as budget_executed_rate
from system_money as m
join as_of as a on m.fact_date <= a.as_of_date
join system_base as b on b.information_system_id = m.information_system_id
group by all
