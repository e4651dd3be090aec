-- The units that had information systems in use on each day asked for: one row per day and unit, and when an audit
-- last looked at its systems (report delivered).
with audited as (
    select as_of_date, unit_id, max(delivery_date) as last_system_audit_date
    from system_audit_as_of
    where is_finished
    group by as_of_date, unit_id
)

select
    s.as_of_date,
    s.unit_id,
    s.unit,
    s.unit_kind,
    s.region_code,
    s.region,
    s.section_code,
    s.section,
    count(*) as system_count,
    cast(sum(s.system_cost_fen) as bigint) as system_cost_fen,
    a.last_system_audit_date,
    a.last_system_audit_date is not null as is_system_audited
from information_system_as_of as s
left join audited as a on a.as_of_date = s.as_of_date and a.unit_id = s.unit_id
where s.system_state = 'in_use' and s.unit_id is not null
group by all
