-- 政府投资项目: 900. Planted among the first 800: the final cost of 16 (n % 50 = 7) is 8 % above the approved budget;
-- the budget of 16 (n % 50 = 13) is a quarter above the estimate; 10 (n % 80 = 21) stand on another site and 10
-- (n % 80 = 22) are built a third larger, both without approval; 10 more (n % 80 = 23) had their change approved. What
-- is wrong with places is in data/demo/investment_sites.py.
select
    w.project_code,
    w.project_name,
    w.project_kind,
    w.builder_name,
    w.builder_code,
    w.contractor_name,
    w.approved_date,
    w.budget_fen * case when n <= 800 and n % 50 = 13 then 80 else 97 end // 100 as estimate_fen,
    w.budget_fen,
    cast(null as bigint) as adjusted_budget_fen,
    case
        when n <= 800 and n % 50 = 7 then w.budget_fen * 108 // 100
        when w.accounts_date is not null then w.budget_fen * (90 + h(n, 241) % 10) // 100
    end as final_fen,
    s.site as approved_site,
    case
        when n <= 800 and n % 80 = 21 then '示范市演示新区' || (n % 30) || '号地块'
        when n <= 800 and (n % 3 = 0 or n % 80 in (22, 23)) then s.site
    end as actual_site,
    s.scope as approved_scope,
    case when n <= 800 and n % 80 in (22, 23) then s.scope * 4 / 3 when n <= 800 and n % 3 = 0 then s.scope end as actual_scope,
    '平方米' as scope_unit,
    case when n <= 800 and n % 80 = 23 then '示发改投〔2025〕' || n || '号' end as change_approval_code,
    case when n <= 800 and n % 80 = 23 then w.award_date + 60 end as change_approved_date,
    w.start_date,
    w.completed_date,
    w.planned_end_date,
    w.region_code,
    w.region as region_name,
    w.longitude,
    w.latitude,
    w.geometry,
    w.declared_length_m,
    w.declared_area_m2
from works as w
cross join lateral (
    select '示范市演示路' || (n % 700) || '号' as site, cast(300 * (1 + h(n, 242) % 200) as decimal(18, 4)) as scope
) as s
order by n
