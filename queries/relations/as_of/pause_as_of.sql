-- The pauses approved by each day asked for, cut to the visit that they interrupt: one row per day and pause.
-- Both days count. An open pause lasts until the visit ended or, while it goes on, to the day asked for. A
-- working day that lies in several pauses is taken off once: `paused_days` leaves out what an earlier pause took.
with pause as (
    select
        a.as_of_date,
        p.project_id,
        p.project_pause_id,
        p.approved_date,
        p.document_number,
        p.reason,
        greatest(p.first_date, v.entry_date) as first_date,
        least(p.last_date, v.exit_date, a.as_of_date) as last_date,
        -- Days without a number lie outside the calendar, and greatest and least leave them out: right, because
        -- days on site are only reckoned where entry and end are in the calendar.
        greatest(f.working_day_number - cast(f.is_working_day as bigint), v.before_entry_number) as before_number,
        least(l.working_day_number, v.exit_number, c.working_day_number) as last_number
    from project_pause as p
    join as_of as a on p.approved_date <= a.as_of_date and p.first_date <= a.as_of_date
    join project_spell as v
        on v.project_id = p.project_id and v.valid_from <= a.as_of_date and a.as_of_date < v.valid_to
    left join calendar_day as f on f.day = p.first_date
    left join calendar_day as l on l.day = p.last_date
    left join calendar_day as c on c.day = a.as_of_date
    where v.entry_date is not null
)
select
    *,
    greatest(
        last_number - greatest(before_number, max(last_number) over (
            partition by as_of_date, project_id
            order by before_number, project_pause_id
            rows between unbounded preceding and 1 preceding
        )),
        0
    ) as paused_days
from pause
where first_date <= last_date
