-- 机动车: 20,000. The first 120 belong to recipients of 低保 (20,001–20,120).
select
    '示A' || upper(substr(md5('v' || v), 1, 5)) || '·' || padded(v, 5) as plate_number,
    p.identity_number as owner_number,
    p.person_name as owner_name,
    '小型轿车' as vehicle_kind,
    pick(['青砚', '云岫', '澜舟', '星汀'], v, 71) as brand,
    '非营运' as use,
    day_of(v, 72, date '2014-01-01', date '2024-12-31') as registered_date,
    day_of(v, 72, date '2014-01-01', date '2024-12-31') as acquired_date,
    fen_of(v, 73, 40000, 600000) as price_fen,
    '正常' as status
from range(1, 20001) as r(v)
join people as p on p.n = case when v <= 120 then 20000 + v else 24000 + (v * 13) % 19000 end
order by v
