-- The variations and supplementary contracts approved by each day asked for: one row per day and variation.
select
    a.as_of_date,
    v.contract_variation_id,
    v.variation_code,
    v.kind as variation_kind,
    v.contract_section,
    v.amount_fen as variation_entry_fen,
    v.approved_date as variation_date,
    cast(year(v.approved_date) as bigint) as plan_year,
    v.reason as variation_reason,
    v.approver,
    b.investment_id,
    b.investment_code,
    b.investment,
    b.investment_sector,
    b.contractor,
    b.unit_id,
    b.unit,
    b.region_code,
    b.region,
    i.section_code,
    i.section,
    i.contract_fen as signed_fen
from contract_variation as v
join as_of as a on v.approved_date <= a.as_of_date
join investment_base as b on b.investment_id = v.investment_project_id
left join investment_as_of as i on i.as_of_date = a.as_of_date and i.investment_id = v.investment_project_id
