-- Everything that units had been asked to provide by each day asked for, and what had become of it by that day.
with stepped as (
    select
        a.as_of_date,
        t.data_request_id,
        count(*) filter (where t.kind = 'reminded') as reminders,
        max(t.fact_date) filter (where t.kind = 'reminded') as last_reminder_date,
        count(*) filter (where t.kind = 'received_part') as parts_received
    from data_request_step as t
    join as_of as a on t.fact_date <= a.as_of_date
    group by a.as_of_date, t.data_request_id
)
select
    a.as_of_date,
    r.data_request_id,
    r.request_code,
    r.unit_id,
    u.name as unit,
    r.project_id,
    p.project_code,
    p.name as project,
    cast(year(r.asked_date) as bigint) as plan_year,
    u.region_code,
    g.region,
    r.section_code,
    s.name as section,
    r.requested,
    r.asked_date,
    r.due_date as limit_date,
    case when r.received_date <= a.as_of_date then r.received_date end as received_date,
    case when r.refused_date <= a.as_of_date then r.refused_date end as refused_date,
    coalesce(t.reminders, 0) as reminders,
    t.last_reminder_date,
    coalesce(t.parts_received, 0) as parts_received,
    r.dataset_id,
    d.title as dataset,
    r.due_date < a.as_of_date or coalesce(r.received_date <= a.as_of_date, false) as is_decided,
    coalesce(r.received_date <= a.as_of_date and r.received_date <= r.due_date, false) as is_on_time,
    case
        when r.received_date <= a.as_of_date and r.received_date <= r.due_date then 'received'
        when r.received_date <= a.as_of_date then 'received_late'
        when r.refused_date <= a.as_of_date then 'refused'
        when r.due_date < a.as_of_date then 'overdue'
        else 'awaited'
    end as request_state,
    case
        when r.received_date <= a.as_of_date then greatest(r.received_date - r.due_date, 0)
        when r.due_date < a.as_of_date then a.as_of_date - r.due_date
    end as days_overdue
from data_request as r
join as_of as a on r.asked_date <= a.as_of_date
left join stepped as t on t.as_of_date = a.as_of_date and t.data_request_id = r.data_request_id
left join unit as u on u.unit_id = r.unit_id
left join project as p on p.project_id = r.project_id
left join dataset as d on d.dataset_id = r.dataset_id
left join region_name as g on g.region_code = u.region_code
left join section as s on s.section_code = r.section_code
