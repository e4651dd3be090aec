-- Every request to take rows out of the data room that was made by each day asked for, and how it stood that day.
with known as (
    select
        a.as_of_date,
        o.*,
        china_day(o.asked_at) as asked_date,
        coalesce(china_day(o.withdrawn_at) <= a.as_of_date, false) as is_withdrawn,
        coalesce(china_day(o.taken_at) <= a.as_of_date, false) as is_taken,
        case when china_day(o.decided_at) <= a.as_of_date then o.is_granted end as is_granted_by_then
    from output_approval as o
    join as_of as a on china_day(o.asked_at) <= a.as_of_date
)
select
    k.as_of_date,
    k.output_approval_id as output_number,
    k.asked_date,
    cast(year(k.asked_date) as bigint) as plan_year,
    k.described as output_described,
    k.row_count as dataset_rows,
    called(c.display_name, k.user_name) as booked_by,
    k.recipient as counterparty,
    k.purpose,
    case
        when k.is_withdrawn then 'withdrawn'
        when k.is_taken then 'taken'
        when k.is_granted_by_then is null then 'waiting'
        when k.is_granted_by_then then 'granted'
        else 'refused'
    end as output_state,
    k.as_of_date - k.asked_date as days_since_asked,
    c.region_code,
    g.region,
    c.section_code,
    s.name as section
from known as k
left join account as c on c.user_name = k.user_name
left join region_name as g on g.region_code = c.region_code
left join section as s on s.section_code = c.section_code
