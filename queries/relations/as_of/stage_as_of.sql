-- Every stage of every project in the plan on each day asked for: planned, reached by then, and the delay.
-- The delay is in working days: from the planned date to the actual one (less than nought: early), or to the day
-- asked for while a stage is awaited past its date. Rectification and filing run side by side.
-- Outside the calendar a delay is not known, and nothing is called late.
with stage as (
    select
        p.* exclude (as_of_number),
        p.as_of_number,
        d.stage,
        d.stage_order,
        d.planned_date,
        d.planned_number,
        case when d.actual_date <= p.as_of_date then d.actual_date end as actual_date,
        d.actual_number,
        max(d.stage_order) filter (where d.actual_date <= p.as_of_date) over (
            partition by p.as_of_date, p.project_id
        ) as reached_order
    from plan_as_of as p
    join stage_day as d on d.project_id = p.project_id
),
passed as (
    select
        *,
        actual_date is null and stage <> 'rectification' and coalesce(stage_order < reached_order, false)
            as is_passed_over
    from stage
)
select
    *,
    actual_date is not null as is_reached,
    case
        when actual_date is not null then actual_number - planned_number
        when not is_passed_over and planned_date < as_of_date then as_of_number - planned_number
    end as delay_days,
    actual_date is null
    and not is_passed_over
    and coalesce(planned_date < as_of_date and as_of_number - planned_number > 0, false) as is_late
from passed
