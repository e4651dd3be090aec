-- Leading posts held on each day asked for with what stands on their lists of responsibility: one row per day and
-- post. An item counts from its first day on until the day before its last.
select
    p.*,
    coalesce(i.economic_items, 0) as economic_items,
    coalesce(i.environmental_items, 0) as environmental_items,
    i.post_id is not null as has_list
from post_as_of as p
left join (
    select
        a.as_of_date,
        r.post_id,
        count(*) filter (where r.area = 'economic') as economic_items,
        count(*) filter (where r.area = 'environmental') as environmental_items
    from responsibility_item as r
    join as_of as a
        on r.from_date <= a.as_of_date and coalesce(r.ended_date > a.as_of_date, true)
    group by a.as_of_date, r.post_id
) as i on i.as_of_date = p.as_of_date and i.post_id = p.post_id
where not p.is_left and not p.is_audit_exempt and exists (select 1 from responsibility_item)
