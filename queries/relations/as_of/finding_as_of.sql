-- The ledger as it stood on each day asked for: one row per day and finding, with its state on that day.
-- Rates and limits after the ledger rules of the field: 已整改 means accepted by the auditors, 已销号 approved;
-- transferred and withdrawn findings leave the pool; only the rectification limit makes a finding overdue.
select
    a.as_of_date,
    s.* exclude (valid_from, valid_to, first_due_date),
    s.withdrawn_date is not null or s.transferred_date is not null as is_excluded,
    s.rectified_date is not null as is_rectified,
    s.closed_date is not null as is_closed,
    case when s.has_amount then least(greatest(s.rectified_fen, 0), s.amount_fen) end as capped_rectified_fen,
    case when s.has_amount then s.amount_fen - least(greatest(s.rectified_fen, 0), s.amount_fen) end as open_fen,
    s.due_date <= a.as_of_date as is_due,
    s.rectified_date <= s.due_date as is_on_time,
    coalesce(
        s.rectified_date is null and s.withdrawn_date is null and s.transferred_date is null
        and s.due_date < a.as_of_date,
        false
    ) as is_overdue,
    case when s.rectified_date is null then greatest(a.as_of_date - s.due_date, 0) end as days_overdue,
    case when s.rectified_date is null then a.as_of_date - s.found_date end as days_open,
    greatest(s.rectified_date - s.found_date, 0) as days_to_rectify,
    case
        when s.rectified_date is not null then null
        when a.as_of_date - s.found_date <= 30 then 'd0_30'
        when a.as_of_date - s.found_date <= 60 then 'd31_60'
        when a.as_of_date - s.found_date <= 90 then 'd61_90'
        when a.as_of_date - s.found_date <= 180 then 'd91_180'
        when a.as_of_date - s.found_date <= 365 then 'd181_365'
        else 'd366_plus'
    end as ageing_bucket,
    case
        when s.withdrawn_date is not null then 'withdrawn'
        when s.transferred_date is not null then 'transferred'
        when s.closed_date is not null then 'closed'
        when s.rectified_date is not null then 'rectified'
        when s.due_date < a.as_of_date then 'overdue'
        when s.rectified_fen > 0 then 'partial'
        else 'in_progress'
    end as state,
    strftime(s.found_date, '%Y-%m') as found_month,
    strftime(s.rectified_date, '%Y-%m') as rectified_month
from finding_spell as s
join as_of as a on s.valid_from <= a.as_of_date and a.as_of_date < s.valid_to
