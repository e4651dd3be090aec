-- Letters of supervision that had been decided by each day asked for, and how far each was on that day.
-- A letter is about findings that one unit has to rectify, of one section and region: it belongs where they do.
select
    a.as_of_date,
    l.escalation_letter_id,
    l.step as escalation_step,
    l.addressee,
    l.decided_date as letter_decided_date,
    case when l.sent_date <= a.as_of_date then l.sent_date end as letter_sent_date,
    case when l.sent_date <= a.as_of_date then l.document_number end as document_number,
    l.answer_due_date as reply_due_date,
    r.reply_date,
    case
        when l.sent_date is null or l.sent_date > a.as_of_date then 'to_send'
        when r.reply_date is not null then 'answered'
        when l.answer_due_date is null then 'sent'
        when l.answer_due_date < a.as_of_date then 'late'
        else 'waiting'
    end as letter_state,
    case
        when l.sent_date is null or l.sent_date > a.as_of_date then a.as_of_date - l.decided_date
        when r.reply_date is null then a.as_of_date - l.sent_date
    end as days_unanswered,
    l.unit_id,
    u.name as unit,
    f.*
from escalation_letter as l
join as_of as a on l.decided_date <= a.as_of_date
join unit as u on u.unit_id = l.unit_id
join (
    select
        t.escalation_letter_id,
        count(*) as finding_count,
        cast(sum(t.open_fen) as bigint) as open_fen,
        min(b.region_code) as region_code,
        min(b.region) as region,
        min(b.section_code) as section_code,
        min(b.section) as section,
        max(b.plan_year) as plan_year,
        min(b.project_type) as project_type
    from escalation_letter_finding as t
    join finding_base as b using (finding_id)
    group by t.escalation_letter_id
) as f using (escalation_letter_id)
left join (
    select d.as_of_date, n.escalation_letter_id, min(n.received_date) as reply_date
    from escalation_reply as n
    join as_of as d on n.received_date <= d.as_of_date
    group by d.as_of_date, n.escalation_letter_id
) as r on r.as_of_date = a.as_of_date and r.escalation_letter_id = l.escalation_letter_id
where l.cancelled_date is null or l.cancelled_date > a.as_of_date
