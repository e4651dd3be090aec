-- What the escalation rules say on each day asked for: one row per open finding and rule that it falls under,
-- whatever was decided on it. What waits for the bureau itself (acceptance) is nobody's delay.
select
    f.*,
    h.warning_rule,
    p.escalation_step,
    p.rung as proposed_rung,
    r.level as warning_level,
    case r.level when 'red' then 1 when 'amber' then 2 else 3 end as urgency,
    h.outcome,
    h.decisive_date,
    h.limit_value,
    h.proof as proof_words,
    f.as_of_date - h.decisive_date as days_since,
    to_json({
        'rule': h.warning_rule,
        'outcome': h.outcome,
        'decisive_date': h.decisive_date,
        'days': abs(f.as_of_date - h.decisive_date),
        'limit': h.limit_value,
        'due_date': f.due_date,
        'overdue': f.days_overdue,
        'extensions': f.extension_count,
        'proof': h.proof
    }) as ground
from escalation_hit as h
join warning_rule_in_force as r using (warning_rule)
join escalation_rung as p using (warning_rule)
join finding_rung_as_of as f on f.as_of_date = h.as_of_date and f.finding_id = h.finding_id
where h.is_flagged and not r.is_disabled and f.work_stage <> 'submitted'
