-- Matters that had to be transferred to another body by each day asked for, and whether they were by then.
select
    a.as_of_date,
    t.transfer_id,
    t.receiving_body,
    t.document_number,
    t.decided_date,
    case when t.sent_date <= a.as_of_date then t.sent_date end as sent_date,
    coalesce(t.sent_date <= a.as_of_date, false) as is_sent,
    b.*
from transfer as t
join as_of as a on t.decided_date <= a.as_of_date
join finding_base as b on b.finding_id = t.finding_id
