-- 土地: 1,500, each a square of its area some hundred metres from the site of a project. Planted: 20 (n % 75 = 0) with
-- part of the price unpaid beyond the due date; 8 of forest, each across the first corner of the site that names it
-- (sites.forest), and small enough to touch no other.
with clean as (
    select row_number() over (order by n) - 1 as place, region_code, region, longitude, latitude
    from sites
    where planted = ''
),

placed as (
    select
        r.n,
        f.n is not null as is_forest,
        coalesce(f.region_code, c.region_code) as region_code,
        coalesce(f.region, c.region) as region,
        case when f.n is null then 2000 + h(r.n, 232) % 90000 else 3000 end as square_metres,
        coalesce(
            cast(regexp_extract(f.geometry, '\(\(([0-9.]+) ([0-9.]+)', 1) as double),
            c.longitude + (h(r.n, 235) % 1200 - 600) / 96100
        ) as longitude,
        coalesce(
            cast(regexp_extract(f.geometry, '\(\(([0-9.]+) ([0-9.]+)', 2) as double),
            c.latitude + (h(r.n, 236) % 1200 - 600) / 110860
        ) as latitude
    from range(1, 1501) as r(n)
    left join sites as f on f.forest = r.n
    join clean as c on c.place = r.n * 7 % (select count(*) from clean)
),

drawn as (
    select
        *,
        round(longitude - sqrt(square_metres) / 2 / 96100, 6) as west,
        round(longitude + sqrt(square_metres) / 2 / 96100, 6) as east,
        round(latitude - sqrt(square_metres) / 2 / 110860, 6) as south,
        round(latitude + sqrt(square_metres) / 2 / 110860, 6) as north
    from placed
)

select
    'DK' || padded(n, 6) as parcel_code,
    '演示地块' || n as parcel_name,
    region_code,
    region as region_name,
    region || '演示路以北' as location,
    case when is_forest then '林地' else pick(['住宅用地', '商服用地', '工业用地'], n, 231) end as land_use,
    case when is_forest then '0301' else pick(['0701', '05H1', '0601'], n, 231) end as land_use_code,
    square_metres as area_square_metres,
    f.company_name as holder_name,
    f.credit_code as holder_code,
    case when is_forest then '划拨' else '挂牌出让' end as supply_method,
    case when not is_forest then fen_of(n, 233, 3000000, 900000000) end as price_fen,
    case
        when is_forest then null
        when n % 75 = 0 then fen_of(n, 233, 3000000, 900000000) * 6 // 10
        else fen_of(n, 233, 3000000, 900000000)
    end as paid_fen,
    day_of(n, 234, date '2021-01-01', date '2024-12-31') as supplied_date,
    case when not is_forest then day_of(n, 234, date '2021-01-01', date '2024-12-31') + 180 end as due_date,
    case when not is_forest then day_of(n, 234, date '2021-01-01', date '2024-12-31') + 365 end as start_date,
    round(longitude, 6) as longitude,
    round(latitude, 6) as latitude,
    format('POLYGON (({0} {1}, {2} {1}, {2} {3}, {0} {3}, {0} {1}))', west, south, east, north) as geometry
from drawn
join firms as f on f.firm = 1 + (n * 53) % 5900
order by n
