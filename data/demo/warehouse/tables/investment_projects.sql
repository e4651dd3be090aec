-- 政府投资项目: 800, those of the first tenders. Planted: the final cost of 16 (n % 50 = 7) is 8 % above the approved
-- budget; the budget of 16 (n % 50 = 13) is a quarter above the estimate; 10 (n % 80 = 21) stand on another site and 10
-- (n % 80 = 22) are built a third larger, both without approval; 10 more (n % 80 = 23) had their change approved.
select
    t.project_code,
    t.tender_name as project_name,
    left(t.tender_name, 4) as project_kind,
    t.buyer_name as builder_name,
    t.buyer_code as builder_code,
    t.winner_name as contractor_name,
    t.approval_date as approved_date,
    t.budget_fen * case when n % 50 = 13 then 80 else 97 end // 100 as estimate_fen,
    t.budget_fen,
    cast(null as bigint) as adjusted_budget_fen,
    case when n % 50 = 7 then t.budget_fen * 108 // 100 when n % 3 = 0 then t.budget_fen * (90 + h(n, 241) % 10) // 100 end as final_fen,
    s.site as approved_site,
    case when n % 80 = 21 then '示范市演示新区' || (n % 30) || '号地块' when n % 3 = 0 or n % 80 in (22, 23) then s.site end as actual_site,
    s.scope as approved_scope,
    case when n % 80 in (22, 23) then s.scope * 4 / 3 when n % 3 = 0 then s.scope end as actual_scope,
    '平方米' as scope_unit,
    case when n % 80 = 23 then '示发改投〔2025〕' || n || '号' end as change_approval_code,
    case when n % 80 = 23 then t.award_date + 60 end as change_approved_date,
    t.award_date + 20 as start_date,
    case when n % 3 = 0 or n % 50 = 7 then t.award_date + 380 end as completed_date
from range(1, 801) as r(n)
join tenders as t on t.tender_code = 'ZB-' || padded(n, 6)
cross join lateral (
    select '示范市演示路' || (n % 700) || '号' as site, cast(300 * (1 + h(n, 242) % 200) as decimal(18, 4)) as scope
) as s
order by n
