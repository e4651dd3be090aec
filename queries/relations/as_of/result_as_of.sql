-- What the audits of a plan year brought in, and who brought it in, up to each day asked for: one row per entry
-- of rectified money, and one per plan year and member of the business staff in service when the year ended,
-- or on the day asked for while it runs.
select
    m.as_of_date,
    'money' as result_part,
    m.plan_year,
    m.region_code,
    m.region,
    m.section_code,
    m.section,
    m.finding_code,
    m.title,
    m.money_kind,
    m.rectified_entry_fen,
    m.fact_date,
    cast(null as varchar) as staff_code
from money_as_of as m
union all
select
    y.as_of_date,
    'staff' as result_part,
    y.plan_year,
    cast(null as varchar) as region_code,
    cast(null as varchar) as region,
    s.section_code,
    o.name as section,
    cast(null as varchar) as finding_code,
    cast(null as varchar) as title,
    cast(null as varchar) as money_kind,
    cast(null as bigint) as rectified_entry_fen,
    cast(null as date) as fact_date,
    s.staff_code
from (select distinct as_of_date, plan_year from money_as_of where plan_year is not null) as y
join staff as s
    on s.is_business
    and coalesce(s.joined_date <= least(y.as_of_date, make_date(y.plan_year, 12, 31)), true)
    and coalesce(s.left_date > least(y.as_of_date, make_date(y.plan_year, 12, 31)), true)
left join section as o on o.section_code = s.section_code
