-- Findings of each day asked for that are repeats, or that look like one and wait for a person's decision.
select
    f.*,
    p.prior_finding_id,
    -- Of another section or district only that there is one: who is bound to a place may not read its number.
    case
        when e.section_code is not distinct from f.section_code and e.region_code is not distinct from f.region_code
        then p.prior_finding_code
    end as prior_finding_code,
    p.prior_year,
    p.repeat_years,
    case
        when f.is_repeat then 'repeat'
        when d.finding_id is null then 'candidate'
        else 'refused'
    end as repeat_state
from finding_as_of as f
left join finding_prior as p on p.finding_id = f.finding_id
left join finding_base as e on e.finding_id = p.prior_finding_id
left join (
    select distinct a.as_of_date, r.finding_id
    from repeat_decision as r
    join as_of as a on r.fact_date <= a.as_of_date
) as d on d.finding_id = f.finding_id and d.as_of_date = f.as_of_date
where (f.is_repeat or p.finding_id is not null) and not f.is_excluded
