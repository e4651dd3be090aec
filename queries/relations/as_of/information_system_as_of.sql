-- The government information systems as they stood on each day asked for: one row per day and system.
-- Use and security are those of the newest row by that day; a column that it leaves empty keeps what was said before.
-- Idle: not one login in the 90 days before the count. Hardly used: fewer than one in ten of the authorised users were
-- active in the month. Two systems in use of one unit with the same functions are built twice, both of them.
-- 等保测评 holds half a year for level 4, a year for level 3, two years for level 2 (the last day counts); nothing is
-- asked of level 1 and of what is not graded. Findings are counted that the reader may see.
with counted as (
    select
        a.as_of_date,
        u.information_system_id,
        max(u.fact_date) as counted_date,
        arg_max(u.authorised_users, u.fact_date) filter (where u.authorised_users is not null) as authorised_users,
        arg_max(u.monthly_active_users, u.fact_date) filter (where u.monthly_active_users is not null)
            as monthly_active_users,
        arg_max(u.logins_90_days, u.fact_date) filter (where u.logins_90_days is not null) as logins_90_days
    from system_use as u
    join as_of as a on u.fact_date <= a.as_of_date
    group by a.as_of_date, u.information_system_id
),

secured as (
    select
        a.as_of_date,
        s.information_system_id,
        arg_max(s.protection_level, s.fact_date) filter (where s.protection_level is not null) as protection_level,
        max(s.assessed_date) filter (where s.assessed_date <= a.as_of_date) as assessed_date,
        max(s.drilled_date) filter (where s.drilled_date <= a.as_of_date) as drilled_date,
        arg_max(s.is_outsourced, s.fact_date) filter (where s.is_outsourced is not null) as is_outsourced,
        arg_max(s.has_secrecy_agreement, s.fact_date) filter (where s.has_secrecy_agreement is not null)
            as has_secrecy_agreement,
        arg_max(s.has_domestic_hardware, s.fact_date) filter (where s.has_domestic_hardware is not null)
            as has_domestic_hardware,
        arg_max(s.has_domestic_os, s.fact_date) filter (where s.has_domestic_os is not null) as has_domestic_os,
        arg_max(s.has_domestic_database, s.fact_date) filter (where s.has_domestic_database is not null)
            as has_domestic_database,
        arg_max(s.has_backup, s.fact_date) filter (where s.has_backup is not null) as has_backup,
        arg_max(s.has_remote_backup, s.fact_date) filter (where s.has_remote_backup is not null) as has_remote_backup
    from system_security as s
    join as_of as a on s.fact_date <= a.as_of_date
    group by a.as_of_date, s.information_system_id
),

spent as (
    select
        as_of_date,
        information_system_id,
        cast(sum(spent_fen) filter (where money_purpose = 'build') as bigint) as build_fen,
        cast(sum(spent_fen) filter (where money_purpose = 'maintenance') as bigint) as maintenance_fen,
        cast(sum(spent_fen) as bigint) as system_cost_fen
    from system_money_as_of
    group by as_of_date, information_system_id
),

found as (
    select f.as_of_date, s.information_system_id, count(*) as open_findings
    from system_finding as s
    join own_finding_as_of as f on f.finding_id = s.finding_id
    where not f.is_excluded and not f.is_rectified
    group by f.as_of_date, s.information_system_id
),

known as (
    select
        a.as_of_date,
        b.* exclude (approved_date, contract_date, accepted_date, online_date, retired_date, connected_date),
        case when b.approved_date <= a.as_of_date then b.approved_date end as approved_date,
        case when b.contract_date <= a.as_of_date then b.contract_date end as contract_date,
        case when b.accepted_date <= a.as_of_date then b.accepted_date end as accepted_date,
        case when b.online_date <= a.as_of_date then b.online_date end as online_date,
        case when b.retired_date <= a.as_of_date then b.retired_date end as retired_date,
        case
            when b.retired_date <= a.as_of_date then 'retired'
            when coalesce(b.online_date, b.first_used_date) <= a.as_of_date then 'in_use'
            else 'building'
        end as system_state,
        case
            when b.connected_date <= a.as_of_date then true
            when b.connected_date is not null or b.network_kind is not null then false
        end as is_on_extranet,
        c.* exclude (as_of_date, information_system_id),
        s.* exclude (as_of_date, information_system_id),
        m.* exclude (as_of_date, information_system_id),
        coalesce(o.open_findings, 0) as open_findings
    from system_base as b
    join as_of as a on b.since_date <= a.as_of_date
    left join counted as c on c.as_of_date = a.as_of_date and c.information_system_id = b.information_system_id
    left join secured as s on s.as_of_date = a.as_of_date and s.information_system_id = b.information_system_id
    left join spent as m on m.as_of_date = a.as_of_date and m.information_system_id = b.information_system_id
    left join found as o on o.as_of_date = a.as_of_date and o.information_system_id = b.information_system_id
),

alike as (
    select as_of_date, unit_id, functions, count(*) as same_function_count
    from known
    where system_state = 'in_use' and unit_id is not null and functions is not null
    group by as_of_date, unit_id, functions
)

select
    k.*,
    case
        when k.logins_90_days = 0 then 'idle'
        when k.monthly_active_users < 0.1 * k.authorised_users then 'low'
        when k.logins_90_days is not null or k.monthly_active_users is not null then 'used'
        else 'unknown'
    end as use_state,
    cast(k.monthly_active_users as double) / nullif(k.authorised_users, 0) as active_rate,
    k.logins_90_days = 0 as is_idle,
    case when k.system_state = 'in_use' then coalesce(s.same_function_count, 1) end as same_function_count,
    coalesce(k.system_state = 'in_use' and s.same_function_count >= 2, false) as is_duplicate,
    coalesce(k.approved_date is null or k.approved_date > k.online_date, false) as is_unapproved,
    coalesce(regexp_matches(k.approving_units, '[^、，,;；\s][、，,;；\s]+[^、，,;；\s]'), false) as is_approved_by_several,
    case
        when k.protection_level is null then 'unknown'
        when k.protection_level in ('level_1', 'ungraded') then 'not_asked'
        when k.assessed_date is null then 'never'
        when k.as_of_date <= k.assessed_date + case k.protection_level
            when 'level_4' then interval 6 month
            when 'level_3' then interval 1 year
            else interval 2 year
        end
        then 'valid'
        else 'expired'
    end as assessment_state,
    case
        when k.has_domestic_hardware and k.has_domestic_os and k.has_domestic_database then true
        when not k.has_domestic_hardware or not k.has_domestic_os or not k.has_domestic_database then false
    end as is_controllable
from known as k
left join alike as s
    on
        s.as_of_date = k.as_of_date
        and s.unit_id = k.unit_id
        and s.functions = k.functions
        and k.system_state = 'in_use'
