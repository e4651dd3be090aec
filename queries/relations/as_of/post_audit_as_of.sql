-- Audits of posts that were in the plan or delivered by each day asked for: one row per day, post and project.
-- Audited means: the report was delivered. A day that had not come yet is empty.
select
    a.as_of_date,
    b.* exclude (
        entry_date, delivery_date, notified_date, feedback_date, result_used_date, result_use,
        in_plan_date, cancelled_date
    ),
    case when b.entry_date <= a.as_of_date then b.entry_date end as entry_date,
    case when b.delivery_date <= a.as_of_date then b.delivery_date end as delivery_date,
    case when b.notified_date <= a.as_of_date then b.notified_date end as notified_date,
    case when b.feedback_date <= a.as_of_date then b.feedback_date end as feedback_date,
    case when b.result_used_date <= a.as_of_date then b.result_used_date end as result_used_date,
    case when b.result_used_date <= a.as_of_date then b.result_use end as result_use,
    coalesce(b.delivery_date <= a.as_of_date, false) as is_delivered,
    coalesce(b.result_used_date <= a.as_of_date, false) as is_result_used,
    p.official_id,
    o.name as official,
    p.title as post_title,
    coalesce(p.audit_class, u.audit_class) as audit_class,
    p.unit_id,
    u.name as unit,
    u.region_code,
    g.region,
    b.project_section_code as section_code,
    b.project_section as section
from post_audit_base as b
join as_of as a
    on b.delivery_date <= a.as_of_date
    or (b.in_plan_date <= a.as_of_date and coalesce(b.cancelled_date > a.as_of_date, true))
join post as p on p.post_id = b.post_id
join official as o on o.official_id = p.official_id
join unit as u on u.unit_id = p.unit_id
left join region_name as g on g.region_code = u.region_code
