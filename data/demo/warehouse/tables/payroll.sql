-- 工资: 4,000 people of offices over 30 months. Planted: 25 people (1–25) are paid by a second unit in 2025; whoever of
-- 44,061–44,090 died between June 2024 and May 2026 is paid on, one to five months beyond the month of death.
with paid as (
    select p.n, m.pay_month, u.name as unit_name, u.credit_code as unit_code, false as is_second
    from people as p
    join units as u on u.place = p.n % (select count(*) from units)
    cross join (select date '2024-05-01' + to_months(cast(i as integer)) as pay_month from range(30) as r(i)) as m
    where p.n <= 4000
    union all
    select p.n, m.pay_month, u.name, u.credit_code, true
    from people as p
    join units as u on u.place = (p.n + 1) % (select count(*) from units)
    cross join (select date '2025-01-01' + to_months(cast(i as integer)) as pay_month from range(12) as r(i)) as m
    where p.n <= 25
    union all
    select p.n, m.pay_month, u.name, u.credit_code, false
    from people as p
    join units as u on u.place = p.n % (select count(*) from units)
    cross join (select date '2024-05-01' + to_months(cast(i as integer)) as pay_month from range(30) as r(i)) as m
    where p.n between 44061 and 44090 and p.death_date between date '2024-06-01' and date '2026-05-31'
        and m.pay_month <= date_trunc('month', p.death_date) + to_months(cast(1 + p.n % 5 as integer))
)
select
    unit_name,
    unit_code,
    identity_number,
    person_name,
    strftime(pay_month, '%Y-%m') as pay_month,
    '公务员' as post,
    '基本工资、津贴补贴' as pay_items,
    650000 + h(n, 41) % 900000 as gross_fen,
    120000 + h(n, 42) % 100000 as deduction_fen,
    650000 + h(n, 41) % 900000 - 120000 - h(n, 42) % 100000 as net_fen,
    working(cast(pay_month + interval 14 day as date)) as paid_date,
    bank_account
from paid
join people using (n)
order by pay_month, n, is_second
