-- 审计问题: 830 of four years, no problem twice at one unit. Planted: 30 (n > 800) come back at the unit of n - 800 two to
-- three years later.
with told as (
    select n, n as told, 2022 + n // 200 as plan_year from range(1, 801) as r(n)
    union all
    select n, n - 800, 2024 + n % 2 from range(801, 831) as r(n)
)
select
    'WT' || padded(n, 6) as finding_code,
    plan_year,
    'SJ-' || plan_year || '-' || padded(1 + n % 40, 4) as project_code,
    plan_year || '年度预算执行审计' as project_name,
    u.name as unit_name,
    u.credit_code as unit_code,
    padded(1 + (told // 200) * 5 + told % 5, 2) || '01' as problem_code,
    ['预算编制不完整', '未按规定公开招标', '资产未入账', '专项资金闲置', '超范围支出'][1 + told % 5]
        || ['', '（收入）', '（项目）', '（采购）', '（结转）'][1 + told // 200] as problem_title,
    make_date(plan_year, 6 + cast(n % 6 as integer), 15) as found_date,
    fen_of(n, 271, 10000, 30000000) as amount_fen,
    case when n % 5 <> 0 then make_date(plan_year, 12, 20) end as rectified_date,
    case when n % 5 <> 0 then '已整改' else '整改中' end as state
from told
join units as u on u.place = told % 200
order by n
