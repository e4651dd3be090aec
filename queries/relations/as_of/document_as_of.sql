-- Every document registered by each day asked for, as it stood on that day: one row per day and document. The
-- newest extension says when it is due, the newest assignment which section has it, the newest of finishing and
-- taking up again whether it is finished. Three days before its deadline a document is due soon. A document that
-- was sent is finished with its sending unless it has a deadline. A document lies in the regions of all projects and
-- findings that it is about; named are those projects that the reader may see.
with told as (
    select
        a.as_of_date,
        e.document_id,
        arg_max(e.new_due_date, (e.fact_date, e.document_step_id)) filter (where e.new_due_date is not null)
            as new_due_date,
        arg_max(e.section_code, (e.fact_date, e.document_step_id)) filter (where e.kind = 'assigned')
            as section_code,
        arg_max(e.kind, (e.fact_date, e.document_step_id)) filter (where e.kind in ('finished', 'reopened')) as turn,
        arg_max(e.fact_date, (e.fact_date, e.document_step_id)) filter (where e.kind in ('finished', 'reopened'))
            as turn_date,
        max(e.fact_date) as last_step_date
    from document_step as e
    join as_of as a on e.fact_date <= a.as_of_date
    group by a.as_of_date, e.document_id
),
linked as (
    select document_id, count(finding_id) as linked_findings
    from document_link
    group by document_id
),
placed as (
    select document_id, list(distinct region_code order by region_code) as region_codes
    from document_place
    group by document_id
),
named as (
    select l.document_id, string_agg(distinct p.project, '、' order by p.project) as project
    from document_place as l
    join own_project_base as p on p.project_id = l.project_id
    group by l.document_id
),
standing as (
    select
        a.as_of_date,
        d.*,
        coalesce(t.new_due_date, d.due_date) as limit_date,
        coalesce(t.section_code, d.section_code) as held_section_code,
        case
            when t.turn = 'finished' then t.turn_date
            when t.turn is null and d.direction = 'out' and d.due_date is null then d.registered_date
        end as finished_date,
        t.last_step_date,
        l.region_codes,
        n.project,
        coalesce(k.linked_findings, 0) as linked_findings
    from document as d
    join as_of as a on d.registered_date <= a.as_of_date
    left join told as t on t.as_of_date = a.as_of_date and t.document_id = d.document_id
    left join linked as k on k.document_id = d.document_id
    left join placed as l on l.document_id = d.document_id
    left join named as n on n.document_id = d.document_id
)
select
    d.as_of_date,
    d.document_id,
    d.register_code,
    d.direction as document_direction,
    d.document_type,
    d.document_number,
    d.title as document,
    d.counterparty,
    d.urgency,
    d.registered_date,
    strftime(d.registered_date, '%Y-%m') as registered_month,
    cast(year(d.registered_date) as bigint) as plan_year,
    d.limit_date,
    d.finished_date,
    d.last_step_date,
    case
        when d.finished_date is not null then 'finished'
        when d.limit_date < d.as_of_date then 'overdue'
        when d.limit_date <= d.as_of_date + 3 then 'due_soon'
        when d.held_section_code is not null then 'in_hand'
        else 'to_assign'
    end as document_state,
    d.finished_date <= d.limit_date as is_on_time,
    case when d.finished_date is null and d.limit_date < d.as_of_date then d.as_of_date - d.limit_date end
        as days_overdue,
    d.responsible_person,
    d.project,
    d.linked_findings,
    d.region_codes,
    d.held_section_code as section_code,
    s.name as section
from standing as d
left join section as s on s.section_code = d.held_section_code
