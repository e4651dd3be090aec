-- Rectified money recorded up to each day asked for: one row per day and entry, with its finding.
select
    a.as_of_date,
    m.rectified_money_id,
    m.kind as money_kind,
    m.amount_fen as rectified_entry_fen,
    m.fact_date,
    b.*
from rectified_money as m
join as_of as a on m.fact_date <= a.as_of_date
join finding_base as b on b.finding_id = m.finding_id and b.found_date <= a.as_of_date
