-- The projects in the plan as they stood on each day asked for: one row per day and project.
-- Days on site are working days, entry and end both counted, approved pauses taken off; a visit that goes on
-- counts to the day asked for (docs/project-progress.md). Where a date lies outside the calendar, or the visit's
-- end is not recorded though a later stage was reached, the number is not known and stays empty. Nor is a delay
-- that cannot be counted one.
with visit as (
    select
        p.*,
        s.* exclude (project_id, valid_from, valid_to, awaited),
        s.delivery_date is not null as is_finished,
        s.awaited.stage as next_stage,
        s.awaited.planned_date as next_planned_date,
        s.awaited.planned_number as next_planned_number,
        coalesce(q.paused_days, 0) as paused_days,
        coalesce(q.is_paused, false) and s.exit_date is null and s.reached_order < 5 as is_paused,
        s.entry_date is not null and not p.is_desk_only as has_visit,
        -- The exit is the fifth stage: beyond it nobody is on site, whether its day was filled in or not.
        s.exit_date is not null or s.reached_order >= 5 as has_left_site,
        case
            when s.exit_date is not null then s.exit_number
            when s.reached_order < 5 then p.as_of_number
        end as last_number
    from plan_as_of as p
    join project_spell as s
        on s.project_id = p.project_id and s.valid_from <= p.as_of_date and p.as_of_date < s.valid_to
    left join (
        select
            as_of_date,
            project_id,
            sum(paused_days) as paused_days,
            bool_or(last_date = as_of_date) as is_paused
        from pause_as_of
        group by as_of_date, project_id
    ) as q on q.as_of_date = p.as_of_date and q.project_id = p.project_id
),
counted as (
    select
        -- 003-K5: projects that the bureau carries out alone stay on site for at most 50 working days; from 40
        -- on the end is in sight.
        50 as limit_days,
        40 as near_days,
        * exclude (next_stage, next_planned_date, next_planned_number, paused_days),
        case when not is_finished then next_stage end as next_stage,
        case when not is_finished then next_planned_date end as next_planned_date,
        case when has_visit then cast(paused_days as bigint) end as paused_days,
        case
            when has_visit and (exit_date is null or entry_date <= exit_date)
            then cast(last_number - before_entry_number - paused_days as bigint)
        end as on_site_days,
        case
            when is_finished then delivery_number - planned_delivery_number
            when next_planned_date >= as_of_date then 0
            when next_planned_date < as_of_date then as_of_number - next_planned_number
        end as delay_days
    from visit
)
select
    *,
    has_visit and not has_left_site as is_on_site,
    has_visit and on_site_days is null as has_unknown_days,
    not is_finished and coalesce(delay_days > 0, false) as is_late,
    coalesce(business_lead <> data_lead, false) as is_dual_lead,
    case
        when is_finished then 'finished'
        when reached_order > 1 then 'running'
        else 'not_started'
    end as project_state,
    case
        when not is_independent or is_desk_only then 'not_limited'
        when not has_visit then 'not_visited'
        when on_site_days is null then 'unknown'
        when exit_date is not null and on_site_days <= limit_days then 'kept'
        when exit_date is not null then 'exceeded'
        when on_site_days > limit_days then 'over'
        when on_site_days >= near_days then 'near'
        else 'within'
    end as limit_state,
    strftime(entry_date, '%Y-%m') as entry_month,
    strftime(delivery_date, '%Y-%m') as delivered_month
from counted
