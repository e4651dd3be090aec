-- Suspects that audit models had flagged by each day asked for, with how far each was checked on that day.
-- Issued: any step beyond waiting to be issued, but for those set aside before anybody was asked to check.
-- Fed back: an answer was given after the issue, whatever came after it.
-- A suspect has no plan year: its year is the one it was flagged in.
-- Its step of digital audit follows from its state: found, checked where it lies, then studied with its answer.
-- Overall analysis comes before there is a suspect, so that no suspect is at that step.
with stepped as (
    select
        a.as_of_date,
        e.*,
        coalesce(bool_or(e.state not in ('to_issue', 'not_confirmed')) over so_far, false) as is_out,
        e.state = 'checking'
        and coalesce(lag(e.state) over so_far in ('confirmed', 'partly_confirmed', 'not_confirmed'), false)
            as is_again
    from suspect_step as e
    join as_of as a on e.fact_date <= a.as_of_date
    window so_far as (partition by a.as_of_date, e.suspect_id order by e.fact_date, e.suspect_step_id)
),
told as (
    select
        e.as_of_date,
        e.suspect_id,
        arg_max(e.state, (e.fact_date, e.suspect_step_id)) as suspect_state,
        min(e.fact_date) filter (where e.is_out) as issued_date,
        arg_max(e.state, (e.fact_date, e.suspect_step_id)) filter (
            where e.is_out and e.state in ('confirmed', 'partly_confirmed', 'not_confirmed', 'in_ledger')
        ) as answer,
        arg_max(e.state, (e.fact_date, e.suspect_step_id)) filter (
            where e.is_out and e.state in ('confirmed', 'partly_confirmed', 'not_confirmed')
        ) as last_answer,
        min(e.fact_date) filter (
            where e.is_out and e.state in ('confirmed', 'partly_confirmed', 'not_confirmed', 'in_ledger')
        ) as answered_date,
        arg_max(
            {section_code: e.to_section_code, region_code: e.to_region_code}, (e.fact_date, e.suspect_step_id)
        ) filter (where e.to_section_code is not null or e.to_region_code is not null) as issued_to,
        -- What is checked again has no limit until one is set: the one before was kept by the first answer.
        arg_max_null(e.due_date, (e.fact_date, e.suspect_step_id))
            filter (where e.due_date is not null or e.is_again) as due_date
    from stepped as e
    group by e.as_of_date, e.suspect_id
),
late as (
    select as_of_date, suspect_id, date_diff('day', due_date, as_of_date) as days_overdue
    from told
    where suspect_state in ('issued', 'checking') and due_date < as_of_date
)
select
    a.as_of_date,
    u.suspect_id,
    u.model_code,
    coalesce(m.title, u.model_code) as model,
    m.sector as model_sector,
    u.severity,
    u.entity_reference,
    u.summary,
    u.amount_fen as suspect_fen,
    cast(year(u.found_date) as bigint) as plan_year,
    u.region_code,
    g.region,
    u.section_code,
    s.name as section,
    u.found_date as flagged_date,
    coalesce(t.suspect_state, 'to_issue') as suspect_state,
    t.issued_date,
    t.answered_date,
    t.due_date,
    w.days_overdue,
    coalesce(x.name, y.region) as issued_to,
    t.issued_to.section_code as issued_section_code,
    t.issued_to.region_code as issued_region_code,
    w.days_overdue is not null as is_overdue,
    coalesce(t.suspect_state, 'to_issue') = 'to_issue' and u.found_date > a.as_of_date - 7 as is_new,
    t.issued_date is not null as is_issued,
    t.issued_date is null and coalesce(t.suspect_state = 'not_confirmed', false) as is_set_aside,
    case
        when t.issued_date is null or t.suspect_state = 'to_issue' then 'suspects'
        when t.suspect_state in ('issued', 'checking') then 'checking'
        else 'research'
    end as digital_step,
    t.answered_date is not null as is_fed_back,
    -- What is in the ledger of findings was confirmed, whatever was answered before, or nothing at all.
    coalesce(t.answer in ('confirmed', 'partly_confirmed', 'in_ledger'), false) as is_confirmed,
    coalesce(t.last_answer = 'confirmed', false) as is_wholly_confirmed,
    coalesce(t.suspect_state = 'in_ledger', false) as is_in_ledger,
    -- What was answered last; what was checked again keeps its answer until another comes.
    case
        when t.issued_date is null and t.suspect_state = 'not_confirmed' then 'set_aside'
        when t.issued_date is null then 'not_issued'
        when t.answered_date is null then 'awaited'
        else coalesce(t.last_answer, 'confirmed')
    end as suspect_answer,
    -- How far the finding is that it became.
    case
        when t.suspect_state is distinct from 'in_ledger' then null
        when l.is_excluded then 'excluded'
        when l.is_closed then 'closed'
        when l.is_rectified then 'rectified'
        else 'rectifying'
    end as ledger_stage,
    f.finding_id,
    f.finding_code
from suspect as u
join as_of as a on u.found_date <= a.as_of_date
left join told as t on t.as_of_date = a.as_of_date and t.suspect_id = u.suspect_id
left join late as w on w.as_of_date = a.as_of_date and w.suspect_id = u.suspect_id
left join audit_model as m on m.model_code = u.model_code
left join section as x on x.section_code = t.issued_to.section_code
left join region_name as y on y.region_code = t.issued_to.region_code
left join region_name as g on g.region_code = u.region_code
left join section as s on s.section_code = u.section_code
left join (
    select
        a.as_of_date,
        n.suspect_id,
        min(n.finding_id) as finding_id,
        arg_min(n.finding_code, n.finding_id) as finding_code
    from finding as n
    join as_of as a on n.found_date <= a.as_of_date
    where n.suspect_id is not null
    group by a.as_of_date, n.suspect_id
) as f on f.as_of_date = a.as_of_date and f.suspect_id = u.suspect_id
left join finding_as_of as l on l.as_of_date = a.as_of_date and l.finding_id = f.finding_id
