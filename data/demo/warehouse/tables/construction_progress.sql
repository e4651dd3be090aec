-- 工程进度: 800 projects over 12 months. Planted: 25 projects (n % 32 = 0) are paid 30 points ahead of the works; 20
-- (n % 40 = 5) are more than a year late; 16 (n % 50 = 9) have no final accounts a year after completion; of 12
-- (n % 64 = 33) only half of the works done is funded and paid: the contractor advances the rest.
select
    'XM-' || padded(n, 6) as project_code,
    t.tender_name as project_name,
    m.reported_date,
    p.physical as physical_percent,
    t.award_fen * p.physical // 100 as output_fen,
    t.award_fen * case
        when n % 64 = 33 then p.physical * 5 // 10
        else greatest(0, least(100, p.physical + case when n % 32 = 0 then 30 else -5 end))
    end // 100 as paid_fen,
    t.award_fen * case when n % 64 = 33 then p.physical * 5 // 10 else least(100, p.physical + 30) end // 100 as funded_fen,
    t.award_fen as contract_fen,
    t.budget_fen as investment_fen,
    t.winner_name as contractor_name,
    t.award_date + 20 as start_date,
    cast(case when n % 40 = 5 then m.reported_date - 400 else m.reported_date + 200 end as date) as planned_end_date,
    case when n % 50 = 9 then date '2025-06-30' end as completed_date,
    cast(null as date) as accounts_date
from range(1, 801) as r(n)
join tenders as t on t.tender_code = 'ZB-' || padded(n, 6)
cross join (select i, last_day(cast(date '2025-11-01' + to_months(cast(i as integer)) as date)) as reported_date from range(12) as q(i)) as m
cross join lateral (select case when n % 50 = 9 then 100 else least(95, 5 + 6 * m.i + h(n, 201) % 12) end as physical) as p
order by n, m.i
