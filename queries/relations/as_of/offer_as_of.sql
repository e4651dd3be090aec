-- Every task offered to whoever takes it up by each day asked for, as it stood on that day: one row per day and
-- offer. The newest of the turns (chosen, delivered, sent back, accepted, withdrawn) decides where it stands.
with told as (
    select
        a.as_of_date,
        e.offer_id,
        arg_max(e.kind, (e.fact_date, e.offer_step_id)) filter (where e.kind <> 'claimed') as turn,
        count(distinct e.staff_id) filter (where e.kind = 'claimed') as claims,
        arg_max(e.staff_id, (e.fact_date, e.offer_step_id)) filter (where e.kind = 'chosen') as staff_id,
        max(e.fact_date) filter (where e.kind = 'chosen') as taken_date,
        max(e.fact_date) filter (where e.kind = 'delivered') as delivered_date,
        max(e.fact_date) filter (where e.kind = 'accepted') as accepted_date
    from offer_step as e
    join as_of as a on e.fact_date <= a.as_of_date
    group by a.as_of_date, e.offer_id
)
select
    a.as_of_date,
    f.offer_id,
    f.offer_code,
    f.title as offer,
    f.offered_date,
    f.due_date as limit_date,
    cast(year(f.offered_date) as bigint) as plan_year,
    coalesce(t.claims, 0) as claims,
    t.staff_id,
    s.staff_code,
    s.name as staff,
    t.taken_date,
    t.delivered_date,
    t.accepted_date,
    case
        when t.turn = 'withdrawn' then 'withdrawn'
        when t.turn = 'accepted' then 'accepted'
        when t.turn = 'delivered' then 'delivered'
        when f.due_date < a.as_of_date then 'overdue'
        when t.turn in ('chosen', 'returned') then 'taken'
        when t.claims > 0 then 'claimed'
        else 'open'
    end as offer_state,
    t.turn = 'accepted' and t.delivered_date <= f.due_date as is_on_time,
    f.project_id,
    p.project_code,
    p.project,
    p.region_code,
    p.region,
    coalesce(f.section_code, p.section_code) as section_code,
    o.name as section
from offer as f
join as_of as a on f.offered_date <= a.as_of_date
left join told as t on t.as_of_date = a.as_of_date and t.offer_id = f.offer_id
left join staff as s on s.staff_id = t.staff_id
left join project_base as p on p.project_id = f.project_id
left join section as o on o.section_code = coalesce(f.section_code, p.section_code)
