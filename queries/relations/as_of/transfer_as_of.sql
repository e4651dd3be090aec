-- Matters that had to be transferred to another body by each day asked for, and how far each was on that day.
select
    a.as_of_date,
    t.transfer_id,
    t.receiving_body,
    t.document_number,
    t.person_count,
    t.decided_date,
    case when t.sent_date <= a.as_of_date then t.sent_date end as sent_date,
    coalesce(t.sent_date <= a.as_of_date, false) as is_sent,
    case when t.sent_date <= a.as_of_date then t.answer_due_date end as answer_due_date,
    case when t.result_date <= a.as_of_date then t.result_date end as transfer_answered_date,
    case
        when t.result_date <= a.as_of_date then 'answered'
        when t.sent_date is null or t.sent_date > a.as_of_date then 'to_send'
        when t.answer_due_date < a.as_of_date then 'overdue'
        else 'waiting'
    end as transfer_state,
    case
        when t.result_date <= a.as_of_date then null
        when t.sent_date <= a.as_of_date then a.as_of_date - t.sent_date
        else a.as_of_date - t.decided_date
    end as days_unanswered,
    b.*
from transfer as t
join as_of as a on t.decided_date <= a.as_of_date
join finding_base as b on b.finding_id = t.finding_id
-- What came back to the ledger without an answer had not to be transferred.
where not exists (
    select 1 from milestone as m
    where
        m.finding_id = t.finding_id
        and m.kind = 'returned'
        and m.fact_date <= a.as_of_date
        and m.fact_date >= coalesce(t.sent_date, t.decided_date)
        and (t.result_date is null or t.result_date > a.as_of_date)
)
