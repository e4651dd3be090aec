-- 公租房: 4,000 tenants. Planted: 30 (30,001–30,030) own a home, 8 (30,031–30,038) hold two flats.
select
    p.household_code,
    p.identity_number,
    p.person_name,
    '本人' as relation,
    'GZ' || padded(t.flat, 6) as flat_code,
    '示范市安居苑' || (t.flat % 60 + 1) || '号楼' as address,
    40 + h(t.flat, 101) % 25 as area_square_metres,
    48000 + h(t.flat, 102) % 20000 as rent_fen,
    12000 as subsidy_fen,
    day_of(t.flat, 103, date '2021-01-01', date '2024-12-31') as start_date,
    cast(null as date) as end_date,
    '在租' as status,
    p.phone
from (
    select 30000 + i as n, i as flat from range(1, 4001) as r(i)
    union all
    select 30030 + i, 4000 + i from range(1, 9) as r(i)
) as t
join people as p using (n)
order by t.flat
