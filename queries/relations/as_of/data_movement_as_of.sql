-- Every movement of data up to each day asked for: what was collected, submitted or received, and whether what
-- has to come back had come back or been destroyed by that day.
select
    a.as_of_date,
    m.data_movement_id as movement_line,
    m.data_movement_id,
    m.kind as movement_kind,
    m.fact_date as moved_date,
    strftime(m.fact_date, '%Y-%m') as moved_month,
    cast(year(m.fact_date) as bigint) as plan_year,
    m.described,
    m.dataset_id,
    d.title as dataset,
    m.version_number,
    m.row_count as dataset_rows,
    m.sha256 as file_digest,
    m.counterparty,
    called(p.display_name, m.person) as moved_by,
    m.purpose,
    m.approval_number,
    m.return_due_date as limit_date,
    c.fact_date as closing_date,
    c.kind as closing_kind,
    u.region_code,
    g.region,
    m.section_code,
    s.name as section,
    m.return_due_date < a.as_of_date and c.fact_date is null as is_return_overdue,
    case when m.return_due_date < a.as_of_date and c.fact_date is null then a.as_of_date - m.return_due_date end
        as days_overdue
from data_movement as m
join as_of as a on m.fact_date <= a.as_of_date
left join movement_closing as c on c.data_movement_id = m.data_movement_id and c.fact_date <= a.as_of_date
left join dataset as d on d.dataset_id = m.dataset_id
left join data_source as u on u.data_source_id = d.data_source_id
left join region_name as g on g.region_code = u.region_code
left join section as s on s.section_code = m.section_code
left join account as p on p.user_name = m.person
