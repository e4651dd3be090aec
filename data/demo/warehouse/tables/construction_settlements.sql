-- 工程结算: 900. Planted: 18 (n % 50 = 0) are reduced by 45 %; 10 (n <= 10) of more than 1,000 万元 by nothing at
-- all; 12 (n % 75 = 20) are settled 10 % above the approved estimate.
select
    'JS-' || padded(n, 6) as settlement_code,
    t.project_code,
    t.tender_name as project_name,
    left(t.tender_name, 4) as project_kind,
    'HT-' || padded(n, 6) as contract_code,
    t.buyer_name as builder_name,
    t.winner_name as contractor_name,
    '示范市工程造价咨询有限公司' as reviewer_name,
    case
        when n % 75 = 20 then (a.submitted_fen - a.reduced_fen) * 10 // 11
        else greatest(t.budget_fen, a.submitted_fen)
    end as budget_fen,
    t.award_fen as contract_fen,
    a.submitted_fen,
    a.submitted_fen - a.reduced_fen * 9 // 10 as first_review_fen,
    a.submitted_fen - a.reduced_fen as approved_fen,
    a.reduced_fen,
    50 + h(n, 211) % 5000 as quantity,
    '米' as quantity_unit,
    t.award_date + 420 as submitted_date,
    t.award_date + 500 as approved_date,
    t.award_date + 380 as completed_date
from range(1, 901) as r(n)
join tenders as t on t.tender_code = 'ZB-' || padded(n, 6)
cross join lateral (select case when n <= 10 then 1200000000 + n * 100000 else t.award_fen * 105 // 100 end as submitted_fen) as s
cross join lateral (
    select s.submitted_fen, s.submitted_fen * case when n <= 10 then 0 when n % 50 = 0 then 45 else 4 + h(n, 212) % 7 end // 100 as reduced_fen
) as a
order by n
