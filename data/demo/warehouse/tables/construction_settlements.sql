-- 工程结算: 900. Planted: 18 (n % 50 = 0) are reduced by 45 %; 10 (n <= 10) of more than 1,000 万元 by nothing at
-- all; 12 (n % 75 = 20) are settled 10 % above the approved estimate.
select
    'JS-' || padded(r.n, 6) as settlement_code,
    t.project_code,
    w.project_name,
    left(t.tender_name, 4) as project_kind,
    'HT-' || padded(r.n, 6) as contract_code,
    w.builder_name,
    w.contractor_name,
    '示范市工程造价咨询有限公司' as reviewer_name,
    case
        when r.n % 75 = 20 then (a.submitted_fen - a.reduced_fen) * 10 // 11
        else greatest(w.budget_fen, a.submitted_fen)
    end as budget_fen,
    w.award_fen as contract_fen,
    a.submitted_fen,
    a.submitted_fen - a.reduced_fen * 9 // 10 as first_review_fen,
    a.submitted_fen - a.reduced_fen as approved_fen,
    a.reduced_fen,
    50 + h(r.n, 211) % 5000 as quantity,
    '米' as quantity_unit,
    coalesce(w.completed_date + 15, least(t.award_date + 395, date '2026-09-15')) as submitted_date,
    coalesce(w.completed_date + 50, least(t.award_date + 430, date '2026-10-30')) as approved_date,
    coalesce(w.completed_date, least(t.award_date + 380, date '2026-08-31')) as completed_date
from range(1, 901) as r(n)
join tenders as t on t.tender_code = 'ZB-' || padded(r.n, 6)
join works as w on w.n = r.n
cross join lateral (select case when r.n <= 10 then 1200000000 + r.n * 100000 else w.award_fen * 105 // 100 end as submitted_fen) as s
cross join lateral (
    select s.submitted_fen, s.submitted_fen * case when r.n <= 10 then 0 when r.n % 50 = 0 then 45 else 4 + h(r.n, 212) % 7 end // 100 as reduced_fen
) as a
order by r.n
