-- What the dated facts of each project of public investment say on each day asked for: contracts, changes and payments
-- add up, of all else the newest counts. Of two facts of one day the one recorded later is the newer.
select
    a.as_of_date,
    f.investment_project_id as investment_id,
    min(f.fact_date) filter (where f.kind = 'approved') as approved_date,
    min(f.fact_date) filter (where f.kind = 'started') as started_date,
    max(f.fact_date) filter (where f.kind = 'completed') as completed_date,
    max(f.fact_date) filter (where f.kind = 'settled') as settled_date,
    max(f.fact_date) filter (where f.kind = 'accounted') as accounted_date,
    max(f.fact_date) filter (where f.kind = 'cancelled') as cancelled_date,
    coalesce(
        arg_max(f.kind, (f.fact_date, f.investment_fact_id)) filter (where f.kind in ('suspended', 'resumed'))
        = 'suspended',
        false
    ) as is_suspended,
    arg_max(f.expected_date, (f.fact_date, f.investment_fact_id)) filter (where f.expected_date is not null)
        as projected_end_date,
    arg_max(f.share_basis_points, (f.fact_date, f.investment_fact_id)) filter (where f.share_basis_points is not null)
        as progress_basis_points,
    arg_max(f.amount_fen, (f.fact_date, f.investment_fact_id)) filter (where f.kind = 'estimate') as estimate_fen,
    arg_max(f.amount_fen, (f.fact_date, f.investment_fact_id)) filter (where f.kind = 'approved_budget')
        as approved_budget_fen,
    arg_max(f.amount_fen, (f.fact_date, f.investment_fact_id)) filter (where f.kind = 'budget') as budget_fen,
    cast(sum(f.amount_fen) filter (where f.kind = 'contract') as bigint) as contract_fen,
    cast(sum(f.amount_fen) filter (where f.kind = 'change') as bigint) as change_fen,
    cast(sum(f.amount_fen) filter (where f.kind = 'paid') as bigint) as paid_fen,
    arg_max(f.amount_fen, (f.fact_date, f.investment_fact_id)) filter (where f.kind = 'submitted') as submitted_fen,
    arg_max(f.amount_fen, (f.fact_date, f.investment_fact_id)) filter (where f.kind = 'settled') as settled_fen,
    arg_max(f.amount_fen, (f.fact_date, f.investment_fact_id)) filter (where f.kind = 'accounted') as accounted_fen
from investment_fact as f
join as_of as a on f.fact_date <= a.as_of_date
group by a.as_of_date, f.investment_project_id
