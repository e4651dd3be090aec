-- 低保、高龄津贴、临时救助: 3,000 recipients of 低保 over 18 months and others.
-- Planted: 20001–20120 own a car, 20121–20180 own two homes, 20181–20200 hold a company (vehicles, properties,
-- shareholders); 20201–20240 draw 低保 and 特困供养 at once; 20241–20250 draw 低保 of two regions; whoever of
-- 44,101–44,160 died between June 2025 and May 2026 draws 高龄津贴 on, one to four months beyond the month of death.
with months as (
    select cast(date '2025-05-01' + to_months(cast(i as integer)) as date) as pay_month from range(18) as r(i)
),
drawn as (
    select n, '最低生活保障' as scheme, 62000 + h(n // 3, 61) % 20000 as paid_fen, 0 as next_region
    from people where n between 20001 and 23000
    union all
    select n, '最低生活保障', 62000 + h(n // 3, 61) % 20000, 1 from people where n between 20241 and 20250
    union all
    select n, '特困供养', 98000, 0 from people where n between 20201 and 20240
    union all
    select n, '高龄津贴', 20000, 0 from people where birth_date < date '1944-01-01' and death_date is null
        and n > 15000 and n % 5 = 0
    union all
    select n, '高龄津贴', 20000, 0 from people
    where n between 44101 and 44160 and death_date between date '2025-06-01' and date '2026-05-31'
)
select
    d.scheme,
    p.identity_number,
    p.person_name,
    strftime(m.pay_month, '%Y-%m') as period,
    d.paid_fen,
    working(m.pay_month + 14) as paid_date,
    p.household_code,
    1 + p.n % 4 as household_size,
    g.region as region_name,
    '第' || (1 + p.n % 40) || '社区' as community,
    date '2024-01-01' as start_date,
    cast(null as date) as end_date,
    p.bank_account
from drawn as d
join people as p using (n)
cross join months as m
left join regions as g on g.place = (p.n + d.next_region) % (select count(*) from regions)
where p.death_date is null
    or m.pay_month <= date_trunc('month', p.death_date) + to_months(cast(1 + p.n % 4 as integer))
order by m.pay_month, p.n, d.scheme, d.next_region
