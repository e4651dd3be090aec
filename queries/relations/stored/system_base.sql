-- One row per government information system with everything about it that has no date of its own. It is there from the
-- first day that is known of it, or from the day on which it was recorded where no day is known.
select
    i.information_system_id,
    i.system_code,
    i.name as system_name,
    i.kind as system_kind,
    i.unit_id,
    u.unit,
    u.unit_kind,
    u.region_code,
    u.region,
    u.section_code,
    u.section,
    trim(i.functions) as functions,
    i.build_mode,
    i.use_scope,
    i.approving_units,
    i.approval_document,
    i.approved_date,
    i.contract_date,
    i.accepted_date,
    i.online_date,
    i.retired_date,
    f.name as network,
    f.kind as network_kind,
    case
        when f.kind = 'government_network' then coalesce(i.connected_date, i.online_date, date '0001-01-01')
        else i.connected_date
    end as connected_date,
    i.developer_name,
    i.maintainer_name,
    coalesce(
        least(i.approved_date, i.contract_date, i.accepted_date, i.online_date), n.first_date, china_day(i.recorded_at)
    ) as since_date,
    n.first_date as first_used_date
from information_system as i
left join unit_place as u on u.unit_id = i.unit_id
left join it_facility as f on f.it_facility_id = i.it_facility_id
left join (
    select information_system_id, min(fact_date) as first_date from system_use group by information_system_id
) as n on n.information_system_id = i.information_system_id
