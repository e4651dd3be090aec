-- 养老金: 5,000 people over 20 months to 2026-10. Planted: 60 dead people (44,001–44,060) are paid on, one to nine
-- months beyond the month of death; 20 who draw 低保 (20,251–20,270) have a pension as well.
with kept as (
    select n, death_date from people where n between 12001 and 16000
    union all
    select n, death_date from people where n between 20251 and 20270
    union all
    select n, death_date
    from people where n between 44001 and 45000 and (n <= 44060 or death_date > date '2026-09-01')
),
months as (
    select cast(date '2025-03-01' + to_months(cast(i as integer)) as date) as pay_month from range(20) as r(i)
)
select
    p.identity_number,
    'YL' || padded(k.n, 8) as person_code,
    p.person_name,
    '城镇职工' as insurance_kind,
    strftime(m.pay_month, '%Y-%m') as pay_month,
    280000 + h(k.n, 51) % 400000 as paid_fen,
    working(m.pay_month + 9) as paid_date,
    p.birth_date + 21915 as retired_date,
    '发放' as status,
    '990100' as region_code,
    '示范市社会保险经办中心' as agency_name,
    p.bank_account
from kept as k
join people as p using (n)
cross join months as m
where p.death_date is null
    or m.pay_month <= date_trunc('month', p.death_date)
    or (k.n between 44001 and 44060
        and m.pay_month <= date_trunc('month', p.death_date) + to_months(cast(1 + k.n % 9 as integer)))
order by m.pay_month, k.n
