-- 居民小区: 400, twenty in each row of a grid of 0.005 degrees in the middle of the city. Near each but 12 (n % 33 = 5)
-- stands a facility for the aged, see facilities.sql.
select
    'XQ-' || padded(n, 6) as area_code,
    '演示花园' || n as area_name,
    g.region_code,
    g.region as region_name,
    200 + h(n, 301) % 1800 as household_count,
    (200 + h(n, 301) % 1800) * 3 as resident_count,
    round(123.57 + 0.02 * (n % 20), 6) as longitude,
    round(30.32 + 0.02 * (n // 20), 6) as latitude,
    'POINT (' || round(123.57 + 0.02 * (n % 20), 6) || ' ' || round(30.32 + 0.02 * (n // 20), 6) || ')' as geometry
from range(1, 401) as r(n)
join regions as g on g.place = n % (select count(*) from regions)
order by n
