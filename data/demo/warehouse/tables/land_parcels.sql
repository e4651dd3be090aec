-- 土地: 1,500. Planted: 20 (n % 75 = 0) with part of the price unpaid beyond the due date.
select
    'DK' || padded(n, 6) as parcel_code,
    '演示地块' || n as parcel_name,
    g.region_code,
    g.region as region_name,
    g.region || '演示路以北' as location,
    pick(['住宅用地', '商服用地', '工业用地'], n, 231) as land_use,
    pick(['0701', '05H1', '0601'], n, 231) as land_use_code,
    2000 + h(n, 232) % 90000 as area_square_metres,
    f.company_name as holder_name,
    f.credit_code as holder_code,
    '挂牌出让' as supply_method,
    fen_of(n, 233, 3000000, 900000000) as price_fen,
    case when n % 75 = 0 then fen_of(n, 233, 3000000, 900000000) * 6 // 10 else fen_of(n, 233, 3000000, 900000000) end as paid_fen,
    day_of(n, 234, date '2021-01-01', date '2024-12-31') as supplied_date,
    day_of(n, 234, date '2021-01-01', date '2024-12-31') + 180 as due_date,
    day_of(n, 234, date '2021-01-01', date '2024-12-31') + 365 as start_date,
    cast(null as double) as longitude,
    cast(null as double) as latitude,
    cast(null as varchar) as geometry
from range(1, 1501) as r(n)
join regions as g on g.place = n % (select count(*) from regions)
join firms as f on f.firm = 1 + (n * 53) % 5900
order by n
