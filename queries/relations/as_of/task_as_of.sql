-- Every task set on or before each day asked for, as it stood on that day: one row per day and task.
-- The latest completion, cancellation or reopening decides whether it is over; the latest approved extension,
-- when it is due. A task is broken down while it has parts that are not cancelled: it is still completed by its
-- own steps alone, is under way once a part is, and figures that count work count its parts instead (is_leaf).
with told as (
    select
        a.as_of_date,
        e.task_id,
        arg_max(e.kind, (e.fact_date, e.task_step_id)) as last_step,
        max(e.fact_date) as last_step_date,
        arg_max(e.note, (e.fact_date, e.task_step_id)) filter (where e.note is not null) as last_note,
        arg_max(e.progress_percent, (e.fact_date, e.task_step_id))
            filter (where e.progress_percent is not null) as progress_percent,
        arg_max(e.new_due_date, (e.fact_date, e.task_step_id))
            filter (where e.kind = 'extended' and e.new_due_date is not null) as new_due_date,
        count(*) filter (where e.kind = 'extended') as extension_count,
        arg_max(e.kind, (e.fact_date, e.task_step_id))
            filter (where e.kind in ('completed', 'cancelled', 'reopened')) as turn,
        arg_max(e.fact_date, (e.fact_date, e.task_step_id))
            filter (where e.kind in ('completed', 'cancelled', 'reopened')) as turn_date
    from task_step as e
    join as_of as a on e.fact_date <= a.as_of_date
    group by a.as_of_date, e.task_id
),
dated as (
    select
        a.as_of_date,
        b.*,
        coalesce(t.new_due_date, b.first_due_date) as due_date,
        coalesce(t.extension_count, 0) as extension_count,
        t.last_step,
        t.last_step_date,
        t.last_note,
        case when t.turn = 'completed' then 100 else t.progress_percent end as progress_percent,
        case when t.turn = 'completed' then t.turn_date end as completed_date,
        case when t.turn = 'cancelled' then t.turn_date end as cancelled_date
    from task_base as b
    join as_of as a on b.set_date <= a.as_of_date
    left join told as t on t.as_of_date = a.as_of_date and t.task_id = b.task_id
),
stated as (
    select
        *,
        case
            when cancelled_date is not null then 'cancelled'
            when completed_date is not null then 'completed'
            when due_date < as_of_date then 'overdue'
            when due_date <= as_of_date + 7 then 'due_soon'
            when last_step is not null then 'in_progress'
            else 'not_started'
        end as task_state
    from dated
),
part as (
    select
        as_of_date,
        parent_task_id as task_id,
        count(*) as part_count,
        count(*) filter (where task_state = 'completed') as parts_completed,
        count(last_step) as parts_begun
    from stated
    where parent_task_id is not null and task_state <> 'cancelled'
    group by as_of_date, parent_task_id
)
select
    s.* exclude (task_state),
    case when s.task_state = 'not_started' and p.parts_begun > 0 then 'in_progress' else s.task_state end
        as task_state,
    s.due_date as limit_date,
    p.part_count,
    p.parts_completed,
    p.part_count is null as is_leaf,
    s.completed_date <= s.due_date as is_on_time,
    case when s.task_state = 'overdue' then s.as_of_date - s.due_date end as days_overdue,
    strftime(s.due_date, '%Y-%m') as due_month,
    -- Why a task is on the list of the week (Monday to Sunday) or of the month that the day lies in.
    case
        when s.task_state = 'cancelled' then null
        when s.completed_date >= date_trunc('week', s.as_of_date) then 'done'
        when s.task_state = 'completed' then null
        when date_trunc('week', s.due_date) = date_trunc('week', s.as_of_date) then 'due'
        when s.last_step_date >= date_trunc('week', s.as_of_date) then 'moved'
    end as week_part,
    case
        when s.task_state = 'cancelled' then null
        when s.completed_date >= date_trunc('month', s.as_of_date) then 'done'
        when s.task_state = 'completed' then null
        when date_trunc('month', s.due_date) = date_trunc('month', s.as_of_date) then 'due'
        when s.last_step_date >= date_trunc('month', s.as_of_date) then 'moved'
    end as month_part
from stated as s
left join part as p on p.as_of_date = s.as_of_date and p.task_id = s.task_id
