-- 周状态: every week that a problem has been on the list, up to each day asked for, with what was told of it.
-- Weeks begin on Monday. A week counts from that of the entry to that before the problem left the list; one
-- without a working day (by the calendar, where it reaches) owes no state.
with week as (
    select
        p.* exclude (as_of_date),
        p.as_of_date,
        cast(unnest(generate_series(
            date_trunc('week', p.listed_date),
            date_trunc('week', coalesce(p.left_list_date - 7, p.as_of_date)),
            interval 7 day
        )) as date) as week_date
    from major_listing_as_of as p
    where p.listed_date is not null
),
told as (
    select
        a.as_of_date,
        w.finding_id,
        w.week_date,
        max(w.fact_date) as told_date,
        arg_max(w.state, (w.fact_date, w.major_problem_week_id)) as week_state,
        arg_max(w.next_step, (w.fact_date, w.major_problem_week_id)) as week_next_step,
        arg_max(w.progress_percent, (w.fact_date, w.major_problem_week_id)) as progress_percent,
        arg_max(coalesce(w.colour, ''), (w.fact_date, w.major_problem_week_id)) as said_colour
    from major_problem_week as w
    join as_of as a on w.fact_date <= a.as_of_date
    group by a.as_of_date, w.finding_id, w.week_date
),
free as (
    select date_trunc('week', day) as week_date
    from calendar_day
    group by date_trunc('week', day)
    having count(*) = 7 and not bool_or(is_working_day)
)
select
    w.*,
    t.told_date,
    t.week_state,
    t.week_next_step,
    t.progress_percent,
    t.told_date is not null as is_told,
    w.week_date = date_trunc('week', w.as_of_date) as is_this_week,
    w.is_on_list and w.week_date = date_trunc('week', w.as_of_date) and t.told_date is null and f.week_date is null
        as is_owed_now,
    f.week_date is null as is_owed,
    least(w.week_date + 6, w.as_of_date) as judged_date,
    -- The rule, on the last day of the week or the day asked for: late is stuck, near its limit in danger.
    case
        when s.rectified_date is not null then 'green'
        when s.due_date < judged_date then 'red'
        when s.due_date is null or s.due_date <= judged_date + 30 then 'amber'
        else 'green'
    end as rule_colour,
    case
        when t.told_date is null then null
        when t.said_colour <> '' then t.said_colour
        else rule_colour
    end as week_colour,
    coalesce(t.said_colour <> '', false) as is_colour_said
from week as w
left join told as t
    on t.as_of_date = w.as_of_date and t.finding_id = w.finding_id and t.week_date = w.week_date
left join free as f on f.week_date = w.week_date
left join finding_spell as s
    on
        s.finding_id = w.finding_id
        and s.valid_from <= least(w.week_date + 6, w.as_of_date)
        and least(w.week_date + 6, w.as_of_date) < s.valid_to
