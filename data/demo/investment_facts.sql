-- The dated facts of the investment projects up to $as_of, from the tables of works (data/demo/warehouse/tables).
with courses as (
    select
        *,
        -- What is paid of the contract at a share of the works, per cent: as construction_progress has it.
        case
            when n <= 800 and n % 64 = 33 then 'advanced'
            when n <= 800 and n % 32 = 0 then 'ahead'
            else 'usual'
        end as paying
    from works
),

steps as (
    select n, start_date + cast((completed_date - start_date) * quarter // 4 as integer) as fact_date, 25 * quarter as physical
    from courses, range(1, 5) as q(quarter)
    where completed_date is not null
    union all
    select w.n, p.reported_date, p.physical_percent
    from construction_progress as p
    join courses as w using (project_code)
    where w.completed_date is null and (month(p.reported_date) % 3 = 0 or p.reported_date = date '2026-10-31')
    union all
    -- Before the reports of the last year: what had been done by then.
    select w.n, d.day, p.physical_percent * d.part // 3
    from (select project_code, arg_min(physical_percent, reported_date) as physical_percent from construction_progress group by 1) as p
    join courses as w using (project_code)
    join (values (date '2024-12-31', 1), (date '2025-06-30', 2)) as d(day, part) on d.day > w.start_date + 60
    where w.completed_date is null and w.n <= 800
),

payments as (
    select
        n,
        fact_date,
        award_fen * case paying
            when 'advanced' then physical * 5 // 10
            when 'ahead' then least(100, physical + 30)
            else greatest(0, physical - 5)
        end // 100 as total_fen
    from steps
    join courses using (n)
),

facts as (
    select n, 'approved' as kind, approved_date as fact_date, cast(null as bigint) as amount_fen,
        cast(null as bigint) as share_basis_points, cast(null as date) as expected_date,
        '示发改审〔' || year(approved_date) || '〕' || n || '号' as document_number
    from courses
    union all by name
    select n, 'estimate' as kind, w.approved_date as fact_date, i.estimate_fen as amount_fen
    from courses as w join investment_projects as i using (project_code)
    union all by name
    select n, 'approved_budget' as kind, approved_date + 20 as fact_date, budget_fen as amount_fen,
        '示发改概〔' || year(approved_date) || '〕' || n || '号' as document_number
    from courses
    union all by name
    select n, 'budget' as kind, approved_date + 30 as fact_date, budget_fen * 95 // 100 as amount_fen from courses
    union all by name
    select n, 'contract' as kind, award_date + 12 as fact_date, award_fen as amount_fen, 'HT-' || padded(n, 6) as document_number
    from courses where not is_cancelled
    union all by name
    select n, 'change' as kind, start_date + 150 as fact_date, award_fen * (2 + h(n, 247) % 4) // 100 as amount_fen,
        '变更〔' || n || '〕1号' as document_number
    from courses where n % 7 = 0 and not is_cancelled
    union all by name
    select n, 'started' as kind, start_date as fact_date from courses where not is_cancelled
    union all by name
    select n, 'progress' as kind, fact_date, cast(physical * 100 as bigint) as share_basis_points from steps
    union all by name
    select n, 'paid' as kind, fact_date,
        total_fen - coalesce(lag(total_fen) over (partition by n order by fact_date), 0) as amount_fen
    from payments
    union all by name
    select n, 'projected' as kind, date '2026-09-30' as fact_date,
        case when n <= 800 and n % 40 = 5 then date '2027-06-30' else planned_end_date + cast(20 + h(n, 248) % 240 as integer) end as expected_date
    from courses
    where completed_date is null and start_date is not null and not is_cancelled and (n % 40 = 5 or n % 3 = 1)
    union all by name
    select n, 'suspended' as kind, date '2026-03-31' as fact_date from courses where is_suspended
    union all by name
    select n, 'suspended' as kind, date '2026-01-20' as fact_date from courses where n <= 800 and n % 50 = 21 and completed_date is null and not is_suspended
    union all by name
    select n, 'resumed' as kind, date '2026-03-10' as fact_date from courses where n <= 800 and n % 50 = 21 and completed_date is null and not is_suspended
    union all by name
    select n, 'completed' as kind, completed_date as fact_date from courses
    union all by name
    select w.n, 'submitted' as kind, s.submitted_date as fact_date, s.submitted_fen as amount_fen, s.settlement_code as document_number
    from courses as w join construction_settlements as s using (project_code)
    where w.completed_date is not null and w.n > 10
    union all by name
    select w.n, 'settled' as kind, s.approved_date as fact_date, s.approved_fen as amount_fen, s.settlement_code as document_number
    from courses as w join construction_settlements as s using (project_code)
    where w.completed_date is not null and w.n > 10
    union all by name
    select n, 'accounted' as kind, w.accounts_date as fact_date, i.final_fen as amount_fen
    from courses as w join investment_projects as i using (project_code)
    union all by name
    select n, 'cancelled' as kind, date '2026-10-12' as fact_date from courses where is_cancelled
)

select n, kind, strftime(fact_date, '%Y-%m-%d'), amount_fen, share_basis_points, strftime(expected_date, '%Y-%m-%d'), document_number
from facts
where fact_date <= $as_of and coalesce(amount_fen, 1) <> 0
order by n, fact_date, kind
