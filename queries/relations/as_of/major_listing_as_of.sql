-- 重大审计问题清单 on each day asked for: what had been put on the list by then, how far it was, who led; and
-- the candidates, which the ledger calls major and nobody has put on it. The same rules as
-- data/major_problems/standing.py has for the step that is to be taken.
with step as (
    select
        a.as_of_date,
        m.finding_id,
        arg_max(m.kind, (m.fact_date, m.major_problem_step_id)) filter (where m.kind <> 'assigned') as kind,
        max(m.fact_date) filter (where m.kind <> 'assigned') as moved_date,
        max(m.fact_date) filter (where m.kind = 'listed') as listed_date,
        min(m.fact_date) filter (where m.kind = 'listed') as first_listed_date,
        arg_max(m.criterion, (m.fact_date, m.major_problem_step_id)) filter (where m.kind = 'listed')
            as major_criterion,
        arg_max(m.lead_section_code, (m.fact_date, m.major_problem_step_id)) as lead_section_code,
        arg_max(m.tracker, (m.fact_date, m.major_problem_step_id)) as tracker,
        count(*) filter (where m.kind = 'sent_back') as list_returns
    from major_problem_step as m
    join as_of as a on m.fact_date <= a.as_of_date
    group by a.as_of_date, m.finding_id
)
select
    f.*,
    f.finding_id as major_problem_id,
    s.listed_date,
    s.first_listed_date,
    s.major_criterion,
    s.lead_section_code,
    o.name as lead_section,
    s.tracker,
    s.list_returns,
    case s.kind
        when 'listed' then 'tracking'
        when 'sent_back' then 'tracking'
        when 'close_asked' then 'requested'
        when 'review_passed' then 'reviewed'
        when 'close_approved' then 'closed'
        when 'removed' then 'removed'
        else 'candidate'
    end as major_stage,
    coalesce(s.kind not in ('close_approved', 'removed'), false) as is_on_list,
    coalesce(s.kind <> 'removed', false) as is_listed,
    case when s.kind in ('close_approved', 'removed') then s.moved_date end as left_list_date,
    case when s.kind in ('close_asked', 'review_passed') then f.as_of_date - s.moved_date end as days_on_desk,
    case
        when s.kind not in ('close_approved', 'removed') then f.as_of_date - s.listed_date
    end as days_on_list
from finding_as_of as f
left join step as s on s.as_of_date = f.as_of_date and s.finding_id = f.finding_id
left join section as o on o.section_code = s.lead_section_code
where s.finding_id is not null or (f.is_major and not f.is_excluded and not f.is_rectified)
