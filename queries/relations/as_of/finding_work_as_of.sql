-- How far the work on each finding was on each day asked for: what is awaited next. The same rules as
-- data/closing/standing.py has for the step that is to be taken.
with step as (
    select a.as_of_date, m.finding_id, m.kind, m.fact_date, m.milestone_id, m.new_due_date
    from milestone as m
    join as_of as a on m.fact_date <= a.as_of_date
),
told as (
    select
        s.as_of_date,
        s.finding_id,
        min(s.fact_date) filter (where s.kind = 'notified') as notified_date,
        arg_max(s.kind, (s.fact_date, s.milestone_id)) filter (
            where s.kind in ('close_requested', 'first_review', 'second_review', 'approved', 'sent_back')
            and s.fact_date >= l.rectified_date
        ) as request_kind,
        arg_max(s.kind, (s.fact_date, s.milestone_id)) filter (
            where s.kind in ('submitted', 'not_accepted', 'reopened')
            and (l.reopened_date is null or s.fact_date >= l.reopened_date)
        ) as submission_kind,
        arg_max(s.kind, (s.fact_date, s.milestone_id)) filter (
            where s.kind in ('extension_asked', 'extended', 'extension_refused')
        ) as extension_kind,
        arg_max(s.new_due_date, (s.fact_date, s.milestone_id)) filter (
            where s.kind = 'extension_asked'
        ) as asked_due_date,
        max(s.fact_date) as last_step_date
    from step as s
    join finding_as_of as l on l.as_of_date = s.as_of_date and l.finding_id = s.finding_id
    group by s.as_of_date, s.finding_id
),
ever as (
    select finding_id from milestone where kind = 'notified' group by finding_id
)
select
    l.*,
    coalesce(t.extension_kind = 'extension_asked', false) as is_extension_asked,
    case when t.extension_kind = 'extension_asked' then t.asked_due_date end as asked_due_date,
    coalesce(t.last_step_date, l.found_date) as last_step_date,
    -- What was not accepted, or whose request for close-out came back, until it is taken up again.
    not l.is_excluded and not l.is_closed and coalesce(
        case when l.is_rectified then t.request_kind = 'sent_back' else t.submission_kind = 'not_accepted' end,
        false
    ) as is_sent_back,
    case
        when l.withdrawn_date is not null then 'withdrawn'
        when l.transferred_date is not null then 'transferred'
        when l.closed_date is not null then 'closed'
        when l.rectified_date is not null then
            case t.request_kind
                when 'close_requested' then 'requested'
                when 'first_review' then 'first_reviewed'
                when 'second_review' then 'second_reviewed'
                when 'approved' then 'approved'
                else 'rectified'
            end
        when t.submission_kind = 'submitted' then 'submitted'
        -- A notice from here counts from its day; without one the ledger's type or limit says of it.
        when t.notified_date is not null then 'rectifying'
        when e.finding_id is null and (l.rectification_type is not null or l.due_date is not null)
            then 'rectifying'
        else 'to_notify'
    end as work_stage
from finding_as_of as l
left join told as t on t.as_of_date = l.as_of_date and t.finding_id = l.finding_id
left join ever as e on e.finding_id = l.finding_id
