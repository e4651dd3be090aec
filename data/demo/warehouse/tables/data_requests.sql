-- 资料提供情况: 600 requests, as of 2026-11-20. Planted: 15 (n % 40 = 5) were answered ten days late, 10 (n % 60 = 8)
-- refused, 12 (n % 50 = 9) not answered at all.
select
    'ZL' || padded(n, 6) as request_code,
    u.name as unit_name,
    u.credit_code as unit_code,
    'SJ-' || year(d.asked_date) || '-' || padded(1 + n % 60, 4) as project_name,
    pick(['财务账套电子数据', '合同台账', '项目清单和进度资料', '信息系统数据库说明', '资产台账'], n, 261) as requested,
    d.asked_date,
    d.asked_date + 14 as due_date,
    case when n % 40 = 5 then d.asked_date + 24 when n % 60 = 8 or n % 50 = 9 then null else d.asked_date + cast(1 + h(n, 262) % 13 as integer) end
        as received_date,
    case when n % 60 = 8 then d.asked_date + 5 end as refused_date,
    case when n % 60 = 8 then '系统由上级部门统一管理，本单位无权导出' end as refusal_reason,
    date '2026-11-20' as counted_date
from range(1, 601) as r(n)
join units as u on u.place = (n * 3) % 400
cross join lateral (select working(day_of(n, 263, date '2025-01-06', date '2026-10-20')) as asked_date) as d
order by n
