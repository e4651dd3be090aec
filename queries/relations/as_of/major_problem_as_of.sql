-- The problems of the list on each day asked for, each with its newest weekly state and that of the week.
select
    p.*,
    n.week_date,
    n.told_date,
    n.week_state,
    n.week_next_step,
    n.progress_percent,
    n.week_colour,
    coalesce(n.is_colour_said, false) as is_colour_said,
    coalesce(n.is_owed_now, false) as is_owed_now,
    coalesce(n.weeks_missed, 0) as weeks_missed
from major_listing_as_of as p
left join (
    select
        w.as_of_date,
        w.finding_id,
        max(w.week_date) filter (where w.is_told) as week_date,
        max(w.told_date) as told_date,
        arg_max(w.week_state, w.week_date) filter (where w.is_told) as week_state,
        arg_max(w.week_next_step, w.week_date) filter (where w.is_told) as week_next_step,
        arg_max(w.progress_percent, w.week_date) filter (where w.is_told) as progress_percent,
        arg_max(w.week_colour, w.week_date) filter (where w.is_told) as week_colour,
        arg_max(w.is_colour_said, w.week_date) filter (where w.is_told) as is_colour_said,
        bool_or(w.is_owed_now) as is_owed_now,
        count(*) filter (where w.is_owed and not w.is_told and not w.is_this_week) as weeks_missed
    from major_week_as_of as w
    group by w.as_of_date, w.finding_id
) as n on n.as_of_date = p.as_of_date and n.finding_id = p.finding_id
