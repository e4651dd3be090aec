-- 不动产: 24,000. 1–120 are two homes each of the recipients 20,121–20,180; 121–150 belong to tenants of public
-- housing (30,001–30,030).
select
    'BDC' || padded(v, 8) as property_code,
    p.identity_number as owner_number,
    p.person_name as owner_name,
    '示范市演示路' || (v % 900) || '号' || (1 + v % 33) || '室' as address,
    '住宅' as use,
    45 + h(v, 81) % 140 as area_square_metres,
    '单独所有' as share,
    day_of(v, 82, date '2008-01-01', date '2025-12-31') as registered_date,
    cast(null as date) as cancelled_date,
    fen_of(v, 83, 250000, 4000000) as price_fen
from range(1, 24001) as r(v)
join people as p on p.n = case
    when v <= 120 then 20121 + (v - 1) // 2
    when v <= 150 then 29880 + v
    else 48001 + (v * 17) % 11900
end
order by v
