-- 经责预警: every post on each day asked for with what the rules say of it: one row per post and rule that warns
-- of it or could not check it, and one row without a rule for a post of which no rule says anything.
-- A rule that is switched off, and a post that is not audited for economic responsibility, warn of nothing.
with said as (
    select
        t.*,
        r.level,
        case
            when p.is_audit_exempt then 'exempt'
            when r.is_disabled then 'disabled'
            else t.outcome
        end as found,
        t.is_flagged and not p.is_audit_exempt and not r.is_disabled as is_warned
    from warning_hit as t
    join warning_rule_in_force as r using (warning_rule)
    join post_as_of as p using (as_of_date, post_id)
    where t.is_flagged or not (p.is_audit_exempt or r.is_disabled)
)
select
    p.*,
    s.warning_rule,
    s.is_warned is not distinct from true as is_warned,
    s.warning_rule is not null and not s.is_warned as is_unchecked,
    case when s.is_warned then s.level end as warning_level,
    case when s.is_warned then case s.level when 'red' then 1 when 'amber' then 2 else 3 end end as urgency,
    s.decisive_date,
    case when s.decisive_date < p.as_of_date then 'past' when s.decisive_date >= p.as_of_date then 'coming' end
        as decisive_state,
    strftime(s.decisive_date, '%Y-%m') as decisive_month,
    -- By calendar months: the month of the day itself, twelve before it and twelve after it are near.
    case when abs(date_diff('month', p.as_of_date, s.decisive_date)) <= 12 then 'near'
        when s.decisive_date is not null then 'far' end as decisive_reach,
    s.decisive_date - p.as_of_date as days_left,
    j.project_id,
    -- Where no project proves the warning, the post as it is registered does.
    case when s.warning_rule is not null then coalesce(
        j.project,
        concat_ws(' ', p.unit, p.post_title, concat(p.start_date, '—', coalesce(p.end_date, p.expected_end_date)))
    ) end as proof,
    q.post_id as other_post_id,
    q.official_id as other_official_id,
    q.official as other_official,
    case when s.warning_rule is not null then cast(to_json({
        'rule': s.warning_rule,
        'outcome': s.found,
        'decisive_date': s.decisive_date,
        'days': abs(s.decisive_date - p.as_of_date),
        'limit': s.limit_value,
        'start_date': p.start_date,
        'last_audit_date': p.last_ec_audit_date,
        'audit_class': p.audit_class,
        'project': j.project,
        'other': q.official
    }) as varchar) end as reason
from post_as_of as p
left join said as s on s.as_of_date = p.as_of_date and s.post_id = p.post_id
left join project_base as j on j.project_id = s.project_id
left join post_as_of as q on q.as_of_date = s.as_of_date and q.post_id = s.other_post_id
