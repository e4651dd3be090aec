-- The audit universe with its risk on each day asked for: one row per day and object. The score is the sum of five
-- parts of at most 100 points together, each of them from rows that anybody can look up (docs/audit-coverage.md).
with found as (
    select
        f.as_of_date,
        l.audit_object_id,
        sum(f.amount_fen) filter (where f.found_date + to_years(5) > f.as_of_date) as recent_found_fen,
        count(*) filter (where f.is_major and f.found_date + to_years(5) > f.as_of_date) as recent_major_count,
        count(*) filter (where f.is_repeat and f.found_date + to_years(5) > f.as_of_date) as recent_repeat_count,
        count(*) filter (where f.is_overdue) as overdue_count
    from object_finding as l
    join finding_as_of as f on f.finding_id = l.finding_id
    where f.withdrawn_date is null
    group by f.as_of_date, l.audit_object_id
),
counted as (
    select
        o.*,
        coalesce(f.recent_found_fen, 0) as recent_found_fen,
        coalesce(f.recent_major_count, 0) as recent_major_count,
        coalesce(f.recent_repeat_count, 0) as recent_repeat_count,
        coalesce(f.overdue_count, 0) as overdue_count
    from audit_object_as_of as o
    left join found as f on f.as_of_date = o.as_of_date and f.audit_object_id = o.audit_object_id
),
scored as (
    select
        *,
        case audit_gap when 'under_3' then 0 when '3_5' then 15 else 30 end
        + case
            when recent_found_fen >= 10000000000 then 20
            when recent_found_fen >= 1000000000 then 15
            when recent_found_fen >= 100000000 then 10
            when recent_found_fen > 0 then 5
            else 0
        end
        + least(recent_major_count * 5, 15)
        + least(recent_repeat_count * 5, 15)
        + least(overdue_count * 5, 20) as risk_score
    from counted
)
select
    *,
    case when risk_score >= 50 then 'high' when risk_score >= 30 then 'medium' else 'low' end as risk_level
from scored
