-- Every booking of a room that was asked for by each day asked for, and what had become of it by that day.
-- A booking belongs to the day on which it begins; what is over on a day ended before that day began, or was left.
with known as (
    select
        a.as_of_date,
        b.*,
        china_day(b.begins_at) as begins_date,
        china_day(b.ends_at) as ends_date,
        coalesce(china_day(b.withdrawn_at) <= a.as_of_date, false) as is_withdrawn,
        case when china_day(b.decided_at) <= a.as_of_date then b.is_granted end as is_granted_by_then,
        coalesce(china_day(b.entered_at) <= a.as_of_date, false) as is_entered,
        coalesce(china_day(b.left_at) <= a.as_of_date, false) as is_left
    from room_booking as b
    join as_of as a on china_day(b.asked_at) <= a.as_of_date
)
select
    k.as_of_date,
    k.room_booking_id,
    k.room,
    called(b.display_name, k.user_name) as booked_by,
    k.purpose,
    k.project_id,
    p.project_code,
    p.name as project,
    p.region_code,
    g.region,
    k.section_code,
    s.name as section,
    k.begins_date,
    strftime(k.begins_at + to_hours(8), '%H:%M') as begins_time,
    k.ends_date,
    strftime(k.ends_at + to_hours(8), '%H:%M') as ends_time,
    strftime(k.begins_date, '%Y-%m') as booked_month,
    cast(year(k.begins_date) as bigint) as plan_year,
    datediff('minute', k.begins_at, k.ends_at) as booked_minutes,
    case when k.is_entered and k.is_left then datediff('minute', k.entered_at, k.left_at) end as used_minutes,
    case
        when k.is_withdrawn then 'withdrawn'
        when not k.is_granted_by_then then 'refused'
        when k.is_granted_by_then is null and k.ends_date < k.as_of_date then 'lapsed'
        when k.is_granted_by_then is null then 'asked'
        when k.is_left then 'used'
        when k.is_entered then 'in_use'
        when k.ends_date < k.as_of_date then 'unused'
        else 'granted'
    end as booking_state
from known as k
left join project as p on p.project_id = k.project_id
left join region_name as g on g.region_code = p.region_code
left join section as s on s.section_code = k.section_code
left join account as b on b.user_name = k.user_name
