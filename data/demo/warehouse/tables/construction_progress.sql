-- 工程进度: what has begun of 900 projects, over 12 months. Planted among the first 800: 25 projects (n % 32 = 0) are paid
-- 30 points ahead of the works; 20 (n % 40 = 5) are more than a year late, half of them stand still; 16 (n % 50 = 9) have
-- no final accounts a year after completion; of 12 (n % 64 = 33) only half of the works done is funded and paid: the
-- contractor advances the rest.
select
    w.project_code,
    w.project_name,
    m.reported_date,
    p.physical as physical_percent,
    w.award_fen * p.physical // 100 as output_fen,
    w.award_fen * case
        when n <= 800 and n % 64 = 33 then p.physical * 5 // 10
        else greatest(0, least(100, p.physical + case when n <= 800 and n % 32 = 0 then 30 else -5 end))
    end // 100 as paid_fen,
    w.award_fen * case
        when n <= 800 and n % 64 = 33 then p.physical * 5 // 10 else least(100, p.physical + 30)
    end // 100 as funded_fen,
    w.award_fen as contract_fen,
    w.budget_fen as investment_fen,
    w.contractor_name,
    w.start_date,
    w.planned_end_date,
    case when w.completed_date <= m.reported_date then w.completed_date end as completed_date,
    case when w.completed_date <= m.reported_date then w.accounts_date end as accounts_date,
    w.region_code,
    w.longitude,
    w.latitude
from works as w
cross join (select i, last_day(cast(date '2025-11-01' + to_months(cast(i as integer)) as date)) as reported_date from range(12) as q(i)) as m
cross join lateral (
    select case
        when w.completed_date <= m.reported_date then 100
        when n > 800 then least(90, 4 * date_diff('month', w.start_date, m.reported_date) + h(n, 201) % 6)
        -- Those that stand still had four good months.
        else 8 + h(n, 201) % 34 + case when w.is_suspended then least(m.i, 4) else m.i end * (2 + h(n, 244) % 4)
    end as physical
) as p
where w.start_date < m.reported_date and not w.is_cancelled
order by n, m.i
