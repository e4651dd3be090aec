-- What security checks and drills had found by each day asked for: one row per day and issue. Closed on the last
-- day of its limit is in time.
select
    a.as_of_date,
    i.security_issue_id,
    i.issue_code,
    i.title as issue,
    i.severity,
    i.security_activity_id,
    y.name as activity,
    y.kind as security_activity,
    y.network as office_network,
    cast(year(i.found_date) as bigint) as plan_year,
    y.region_code,
    g.region,
    y.section_code,
    s.name as section,
    i.found_date as issue_found_date,
    i.due_date as limit_date,
    case when i.closed_date <= a.as_of_date then i.closed_date end as issue_closed_date,
    case
        when i.closed_date <= a.as_of_date then 'closed'
        when i.due_date < a.as_of_date then 'overdue'
        else 'open'
    end as security_issue_state,
    case when i.due_date < a.as_of_date and coalesce(i.closed_date > a.as_of_date, true)
        then a.as_of_date - i.due_date end as days_overdue
from security_issue as i
join as_of as a on i.found_date <= a.as_of_date
join security_activity as y on y.security_activity_id = i.security_activity_id
left join region_name as g on g.region_code = y.region_code
left join section as s on s.section_code = y.section_code
