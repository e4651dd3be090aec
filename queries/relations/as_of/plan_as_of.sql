-- The plan as it stood on each day asked for: one row per day and project in the plan on that day.
-- A draft is not in it, nor what was taken up later, nor what an approved change had taken out by then.
select
    a.as_of_date,
    c.working_day_number as as_of_number,
    p.*
from project_base as p
join as_of as a
    on coalesce(p.in_plan_date, make_date(p.plan_year, 1, 1)) <= a.as_of_date
    and (p.cancelled_date is null or p.cancelled_date > a.as_of_date)
left join calendar_day as c on c.day = a.as_of_date
where not p.is_draft
