-- One row per plan year and sector that the audits of its plan touch, up to each day asked for: a project touches
-- the sector that its type stands for; policy and regional projects stand for none. A sector is covered by the
-- models in force; three of them make a system of methods.
with sector as (
    select distinct
        p.as_of_date,
        p.plan_year,
        case p.project_type
            when 'budget_execution' then 'public_finance'
            when 'final_accounts' then 'public_finance'
            when 'special_fund' then 'public_finance'
            when 'economic_responsibility' then 'personnel'
            when 'natural_resources' then 'environment'
            when 'environment' then 'environment'
            when 'investment' then 'investment'
            when 'livelihood' then 'social_security'
            when 'state_enterprise' then 'state_enterprises'
            when 'finance' then 'banking'
            when 'information_system' then 'information_systems'
        end as model_sector
    from plan_as_of as p
),
model as (
    select as_of_date, model_sector, count(*) as model_count from audit_model_as_of group by as_of_date, model_sector
)
select
    s.as_of_date,
    s.plan_year,
    s.model_sector,
    coalesce(m.model_count, 0) as model_count,
    m.model_count is not null as has_model,
    cast(null as varchar) as region_code,
    cast(null as varchar) as region,
    cast(null as varchar) as section_code,
    cast(null as varchar) as section
from sector as s
left join model as m on m.as_of_date = s.as_of_date and m.model_sector = s.model_sector
where s.model_sector is not null
