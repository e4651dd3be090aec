-- 政务信息系统: 320. Planted: 13 (n % 23 = 0) with no login in 90 days; 18 in nine pairs of one unit with the same
-- functions (n <= 18); 10 (n % 32 = 1) off the government network; 8 (n % 40 = 5) not updated since
-- March 2026; 6 (n % 53 = 7) never approved, 6 (n % 61 = 11) approved by two departments; 9 (n % 37 = 9) last assessed in 2024.
select
    'XT-' || padded(n, 4) as system_code,
    u.name || f.functions || '系统' || case when n <= 18 and n % 2 = 0 then '（二期）' else '' end as system_name,
    u.name as unit_name,
    u.credit_code as unit_code,
    f.functions,
    '示范市数据局' || case when n % 61 = 11 then '、示范市发展和改革委员会' else '' end as approving_unit,
    case when n % 53 <> 7 then day_of(n, 221, date '2016-01-01', date '2022-12-31') end as approved_date,
    day_of(n, 221, date '2016-01-01', date '2022-12-31') + 300 as online_date,
    cast(null as date) as retired_date,
    fen_of(n, 222, 200000, 20000000) as build_fen,
    fen_of(n, 222, 200000, 20000000) // 9 as maintenance_fen,
    fen_of(n, 222, 200000, 20000000) * 11 // 10 as budget_fen,
    '财政资金' as fund_source,
    50 + h(n, 223) % 900 as authorised_users,
    case when n % 23 = 0 then 0 else 20 + h(n, 224) % 400 end as monthly_active_users,
    case when n % 23 = 0 then 0 else 500 + h(n, 225) % 9000 end as logins_90_days,
    n % 32 <> 1 as is_on_government_network,
    n % 3 = 0 as is_sharing_data,
    pick(['二级', '三级'], n, 226) as protection_level,
    case when n % 37 = 9 then date '2024-03-31' else date '2026-03-31' end as assessed_date,
    n % 4 <> 0 as has_backup,
    pick(['每日', '每月', '每季'], n, 227) as update_cycle,
    case when n % 40 = 5 then date '2026-03-02' else date '2026-10-15' end as updated_date
from range(1, 321) as r(n)
join units as u on u.place = case when n <= 18 then 200 + (n - 1) // 2 else (n * 2) % 200 end
cross join lateral (
    select case when n <= 18 then '协同办公' else ['协同办公', '档案管理', '财务核算', '行政审批', '视频监控', '资产管理'][1 + (n // 100 + n % 100) % 6] end as functions
) as f
order by n
