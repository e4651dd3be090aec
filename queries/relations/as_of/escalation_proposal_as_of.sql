-- 督办升级: of each open finding the next rung that the rules propose on each day asked for, if nobody has
-- decided on it. Not proposed: a rung no higher than what was reached for the limit in force; what was declined
-- while the same limit holds; what was put off to a later day, or lies below it; anything of a finding of which
-- a letter waits to be sent. A reopening begins the ladder anew: what was decided before it holds no longer.
with decided as (
    select
        l.as_of_date,
        d.finding_id,
        d.step,
        arg_max(d.decision, (d.fact_date, d.escalation_decision_id)) as decision,
        arg_max(d.until_date, (d.fact_date, d.escalation_decision_id)) as until_date,
        arg_max(d.due_date, (d.fact_date, d.escalation_decision_id)) as due_date
    from escalation_decision as d
    join finding_as_of as l on l.finding_id = d.finding_id and d.fact_date <= l.as_of_date
    where l.reopened_date is null or d.fact_date >= l.reopened_date
    group by l.as_of_date, d.finding_id, d.step
),
-- Who may put off a low rung has no say over a higher one: that is proposed all the same.
put_off as (
    select d.as_of_date, d.finding_id, max(r.rung) as rung
    from decided as d
    join (select distinct escalation_step, rung from escalation_rung) as r on r.escalation_step = d.step
    where d.decision = 'put_off' and d.until_date > d.as_of_date
    group by d.as_of_date, d.finding_id
),
waiting as (
    select distinct a.as_of_date, f.finding_id
    from escalation_letter as l
    join escalation_letter_finding as f using (escalation_letter_id)
    join as_of as a on l.decided_date <= a.as_of_date
    where
        (l.sent_date is null or l.sent_date > a.as_of_date)
        and (l.cancelled_date is null or l.cancelled_date > a.as_of_date)
),
hit as (
    select c.*, rank() over (partition by c.as_of_date, c.finding_id order by c.proposed_rung) as place
    from escalation_check_as_of as c
    left join decided as d
        on d.as_of_date = c.as_of_date and d.finding_id = c.finding_id and d.step = c.escalation_step
    left join put_off as p on p.as_of_date = c.as_of_date and p.finding_id = c.finding_id
    where
        c.proposed_rung > greatest(coalesce(c.rung_for_limit, 0), coalesce(p.rung, 0))
        and not coalesce(d.decision = 'declined' and d.due_date is not distinct from c.due_date, false)
        and (c.as_of_date, c.finding_id) not in (select as_of_date, finding_id from waiting)
),
ground as (
    select
        as_of_date,
        finding_id,
        -- Those of the proposed rung first, then what speaks for a higher one already.
        list(ground order by place, urgency, decisive_date, warning_rule) as grounds,
        min(urgency) filter (where place = 1) as urgency,
        min(decisive_date) filter (where place = 1) as decisive_date,
        min(proposed_rung) as proposed_rung
    from hit
    group by as_of_date, finding_id
)
select
    f.*,
    r.escalation_step,
    g.proposed_rung,
    g.urgency,
    case g.urgency when 1 then 'red' when 2 then 'amber' else 'blue' end as warning_level,
    g.decisive_date,
    f.as_of_date - g.decisive_date as days_since,
    cast(to_json({
        'grounds': g.grounds,
        'before': f.rung_reached,
        'before_date': f.rung_date,
        -- What lies between the rung reached and the one proposed is left out, and said.
        'left_out': (
            select list(s.escalation_step order by s.rung)
            from (select distinct escalation_step, rung from escalation_rung) as s
            where s.rung > coalesce(f.rung, 0) and s.rung < g.proposed_rung
        )
    }) as varchar) as escalation_reason
from ground as g
join finding_rung_as_of as f on f.as_of_date = g.as_of_date and f.finding_id = g.finding_id
join (select distinct escalation_step, rung from escalation_rung) as r on r.rung = g.proposed_rung
