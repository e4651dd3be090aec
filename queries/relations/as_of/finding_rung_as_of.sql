-- 督办: the open findings of each day asked for, with the rungs of the ladder that they had reached by then.
-- A reopening begins the ladder anew. What was taken for an earlier limit stays, and is named; whether it
-- counts for the limit in force is for the rules to say (escalation_hit).
with taken as (
    select
        l.as_of_date,
        s.finding_id,
        max(s.fact_date) filter (where s.kind = 'reminder') as reminder_date,
        max(s.fact_date) filter (where s.kind = 'urge') as urge_date,
        max(s.fact_date) filter (where s.kind = 'supervision_letter') as supervision_letter_date,
        max(s.fact_date) filter (where s.kind = 'government_supervision') as government_supervision_date,
        max(s.fact_date) filter (where s.kind = 'interview') as interview_date,
        max(s.fact_date) filter (where s.kind = 'notice') as notice_date,
        max(s.fact_date) filter (where s.kind = 'accountability_transfer') as accountability_transfer_date,
        max(r.rung) as rung,
        max(r.rung) filter (where s.fact_date > l.due_date) as rung_for_limit
    from supervision_step as s
    join finding_as_of as l on l.finding_id = s.finding_id and s.fact_date <= l.as_of_date
    join (select distinct escalation_step, rung from escalation_rung) as r on r.escalation_step = s.kind
    where l.reopened_date is null or s.fact_date >= l.reopened_date
    group by l.as_of_date, s.finding_id
),
answer as (
    select a.as_of_date, l.finding_id, max(r.received_date) as reply_date
    from escalation_reply as r
    join escalation_letter_finding as l using (escalation_letter_id)
    join as_of as a on r.received_date <= a.as_of_date
    group by a.as_of_date, l.finding_id
)
select
    w.*,
    t.* exclude (as_of_date, finding_id),
    r.escalation_step as rung_reached,
    case t.rung
        when 1 then t.reminder_date
        when 2 then t.urge_date
        when 3 then t.supervision_letter_date
        when 4 then t.government_supervision_date
        when 5 then t.interview_date
        when 6 then t.notice_date
        when 7 then t.accountability_transfer_date
    end as rung_date,
    n.reply_date
from finding_work_as_of as w
left join taken as t on t.as_of_date = w.as_of_date and t.finding_id = w.finding_id
left join (select distinct escalation_step, rung from escalation_rung) as r on r.rung = t.rung
left join answer as n on n.as_of_date = w.as_of_date and n.finding_id = w.finding_id
where not w.is_excluded and not w.is_rectified
