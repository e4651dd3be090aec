-- Security checks, scans, drills and trainings held by each day asked for: one row per day and activity, with what
-- it left open. The newest of its kind on its network says when the next one is due.
select
    a.as_of_date,
    y.security_activity_id,
    y.activity_code,
    y.name as activity,
    y.kind as security_activity,
    y.network as office_network,
    cast(year(y.held_date) as bigint) as plan_year,
    y.region_code,
    g.region,
    y.section_code,
    s.name as section,
    y.held_date,
    y.next_due_date,
    y.conclusion,
    coalesce(i.issues, 0) as issues,
    coalesce(i.open_issues, 0) as open_issues,
    row_number() over (
        partition by a.as_of_date, y.kind, y.network, y.region_code
        order by y.held_date desc, y.security_activity_id desc
    ) = 1 as is_newest
from security_activity as y
join as_of as a on y.held_date <= a.as_of_date
left join (
    select
        as_of_date,
        security_activity_id,
        count(*) as issues,
        count(*) filter (where security_issue_state <> 'closed') as open_issues
    from security_issue_as_of
    group by as_of_date, security_activity_id
) as i on i.as_of_date = a.as_of_date and i.security_activity_id = y.security_activity_id
left join region_name as g on g.region_code = y.region_code
left join section as s on s.section_code = y.section_code
