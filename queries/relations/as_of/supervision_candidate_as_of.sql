-- 督办事项: open findings on each day asked for that fall under one of the four kinds of seed 002, with each kind.
select
    f.*,
    c.is_key_difficult,
    c.is_not_in_place,
    c.is_dragging_on,
    c.is_found_again,
    c.urgency,
    c.decisive_date,
    'government_supervision' as escalation_step,
    cast(to_json({
        'grounds': c.grounds,
        'before': f.rung_reached,
        'before_date': f.rung_date,
        'left_out': (
            select list(s.escalation_step order by s.rung)
            from (select distinct escalation_step, rung from escalation_rung) as s
            where s.rung > coalesce(f.rung, 0) and s.rung < c.proposed_rung
        )
    }) as varchar) as escalation_reason,
    r.prior_finding_code
from finding_rung_as_of as f
join (
    select
        as_of_date,
        finding_id,
        list(ground order by urgency, decisive_date, warning_rule) as grounds,
        min(urgency) as urgency,
        min(decisive_date) as decisive_date,
        max(proposed_rung) as proposed_rung,
        bool_or(warning_rule = 'key_and_difficult') as is_key_difficult,
        bool_or(warning_rule = 'not_in_place') as is_not_in_place,
        bool_or(warning_rule = 'dragging_on') as is_dragging_on,
        bool_or(warning_rule = 'found_again') as is_found_again
    from escalation_check_as_of
    where escalation_step = 'government_supervision'
    group by as_of_date, finding_id
) as c on c.as_of_date = f.as_of_date and c.finding_id = f.finding_id
left join repeat_as_of as r on r.as_of_date = f.as_of_date and r.finding_id = f.finding_id
