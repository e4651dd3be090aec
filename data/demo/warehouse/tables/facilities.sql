-- 公共设施: one for the aged about 300 m from each residential area, but for 12 (n % 33 = 5), which have none
-- within 1.9 km; and 60 public toilets, one in each seventh area.
select
    'SS-' || padded(n, 6) as facility_code,
    '演示养老服务站' || n as facility_name,
    '养老服务' as facility_kind,
    '示范市民政局' as operator_name,
    g.region_code,
    '演示花园' || n || '旁' as address,
    true as is_open,
    day_of(n, 311, date '2018-01-01', date '2025-06-30') as opened_date,
    round(123.57 + 0.02 * (n % 20) + 0.003, 6) as longitude,
    round(30.32 + 0.02 * (n // 20), 6) as latitude,
    'POINT (' || round(123.57 + 0.02 * (n % 20) + 0.003, 6) || ' ' || round(30.32 + 0.02 * (n // 20), 6) || ')' as geometry
from range(1, 401) as r(n)
join regions as g on g.place = n % (select count(*) from regions)
where n % 33 <> 5
union all
select
    'SS-' || padded(1000 + n, 6),
    '演示公厕' || n,
    '公共厕所',
    '示范市城市管理局',
    g.region_code,
    '演示花园' || n || '门口',
    true,
    day_of(n, 312, date '2018-01-01', date '2025-06-30'),
    round(123.57 + 0.02 * (n % 20) + 0.001, 6),
    round(30.32 + 0.02 * (n // 20), 6),
    'POINT (' || round(123.57 + 0.02 * (n % 20) + 0.001, 6) || ' ' || round(30.32 + 0.02 * (n // 20), 6) || ')'
from range(1, 401) as r(n)
join regions as g on g.place = n % (select count(*) from regions)
where n % 7 = 1
order by facility_code
