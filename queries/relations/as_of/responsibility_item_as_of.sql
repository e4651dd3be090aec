-- Duties on the lists of responsibility in force on each day asked for: one row per day, post and item.
select
    p.as_of_date,
    p.post_id,
    p.official_id,
    p.post_title,
    p.unit,
    p.region_code,
    p.section_code,
    r.item_code,
    r.area,
    r.duty,
    r.basis,
    r.from_date
from responsibility_item as r
join post_as_of as p
    on p.post_id = r.post_id and r.from_date <= p.as_of_date and coalesce(r.ended_date > p.as_of_date, true)
