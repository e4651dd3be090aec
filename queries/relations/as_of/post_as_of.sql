-- Leading posts taken up by each day asked for, held or left: one row per day and post, one post being one
-- term of one official in one unit. Who leaves on a day no longer holds the post on it; a departure that lies
-- ahead is not known yet. A post whose start is not filled in counts as taken up.
select
    a.as_of_date,
    p.post_id,
    p.official_id,
    o.name as official,
    p.title as post_title,
    p.unit_id,
    u.name as unit,
    u.region_code,
    g.region,
    c.section_code,
    s.name as section,
    coalesce(p.audit_class, u.audit_class) as audit_class,
    p.pair_code,
    p.leader_side,
    p.has_resource_duty,
    p.is_audit_exempt,
    p.start_date,
    p.expected_end_date,
    o.retirement_date,
    case when p.end_date <= a.as_of_date then p.end_date end as end_date,
    coalesce(p.end_date <= a.as_of_date, false) as is_left,
    date_sub('year', p.start_date, least(p.end_date, a.as_of_date)) as tenure_years,
    t.last_ec_audit_date,
    t.last_ec_project_id,
    t.last_ec_begin_date,
    t.last_resource_audit_date,
    t.last_resource_project_id,
    t.last_ec_audit_date is not null as is_ec_audited,
    t.last_resource_audit_date is not null as is_resource_audited,
    t.coming_project_id,
    t.coming_project
from post as p
join as_of as a on p.start_date is null or p.start_date <= a.as_of_date
join official as o on o.official_id = p.official_id
join unit as u on u.unit_id = p.unit_id
left join audit_object as c on c.unit_id = p.unit_id
left join section as s on s.section_code = c.section_code
left join region_name as g on g.region_code = u.region_code
left join (
    select
        as_of_date,
        post_id,
        max(delivery_date) filter (where project_type = 'economic_responsibility') as last_ec_audit_date,
        arg_max(project_id, delivery_date) filter (where project_type = 'economic_responsibility')
            as last_ec_project_id,
        -- A project without a visit, or without a day for it, has its delivery instead.
        arg_max(coalesce(entry_date, delivery_date), delivery_date)
            filter (where project_type = 'economic_responsibility') as last_ec_begin_date,
        max(delivery_date) filter (where project_type = 'natural_resources') as last_resource_audit_date,
        arg_max(project_id, delivery_date) filter (where project_type = 'natural_resources')
            as last_resource_project_id,
        -- What the plan still has in hand for the post.
        max(project_id) filter (where not is_delivered and project_type = 'economic_responsibility')
            as coming_project_id,
        arg_max(project, project_id) filter (
            where not is_delivered and project_type = 'economic_responsibility'
        ) as coming_project
    from post_audit_as_of
    group by as_of_date, post_id
) as t on t.as_of_date = a.as_of_date and t.post_id = p.post_id
