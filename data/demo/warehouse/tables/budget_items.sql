-- 预算指标: 6,000 over 2023–2026. Planted: 30 items (n % 200 = 0) of 2023 are carried over for two years and more;
-- the unit in place 3 has spent less than half of its items by the end of September 2026. Of the 30 items those of
-- a government fund are a fund each: where n % 400 = 0 it carries over half of its income, else a quarter.
select
    'ZB' || (2023 + n % 4) || padded(n, 6) as item_code,
    pick(['办公设备购置', '道路养护', '教育专项', '公共卫生', '信息系统运维', '城乡环境整治'], n, 131) as item_name,
    2023 + n % 4 as fiscal_year,
    u.credit_code as unit_code,
    u.name as unit_name,
    u.region_code,
    pick(['2050299', '2100399', '2120399', '2140106'], n, 132) as function_code,
    pick(['30201', '30213', '31002', '31006'], n, 133) as economic_code,
    pick(['一般公共预算', '政府性基金', '上级专项'], n, 134) as fund_source,
    case
        when pick(['一般公共预算', '政府性基金', '上级专项'], n, 134) <> '政府性基金' then null
        when n % 200 = 0 then '示范专项基金' || padded(n, 6)
        else '国有土地使用权出让金'
    end as fund_name,
    case
        when pick(['一般公共预算', '政府性基金', '上级专项'], n, 134) <> '政府性基金' then null
        when n % 400 = 0 then b.budget_fen * 2
        when n % 200 = 0 then b.budget_fen * 4
        else 500000000000
    end as fund_income_fen,
    '项目支出' as item_kind,
    b.budget_fen as initial_fen,
    b.budget_fen as adjusted_fen,
    case when n % 200 = 0 then 0 when u.place = 3 then b.budget_fen * 3 // 10 else b.budget_fen * (70 + h(n, 136) % 31) // 100 end
        as spent_fen,
    case when n % 200 = 0 then b.budget_fen else 0 end as carried_in_fen,
    case when n % 200 = 0 then b.budget_fen else 0 end as carried_over_fen,
    case when n % 200 = 0 then 2022 else 2023 + n % 4 end as first_year,
    case when n % 4 = 3 then date '2026-09-30' else make_date(2023 + n % 4, 12, 31) end as counted_date,
    make_date(2023 + n % 4, 2, 1 + cast(n % 25 as integer)) as issued_date
from range(1, 6001) as r(n)
join units as u on u.place = n % least(120, (select count(*) from units))
cross join lateral (select fen_of(n, 135, 50000, 20000000) as budget_fen) as b
order by n
