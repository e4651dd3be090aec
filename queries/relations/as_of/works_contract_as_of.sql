-- The contracts of investment projects that are not cancelled, with the variations approved by each day asked for: one
-- row per day and project. Supplementary contracts count among the variations.
with varied as (
    select
        a.as_of_date,
        v.investment_project_id as investment_id,
        count(*) as variations,
        cast(sum(v.amount_fen) as bigint) as variation_fen,
        cast(coalesce(sum(v.amount_fen) filter (where v.kind = 'supplementary'), 0) as bigint) as supplementary_fen
    from contract_variation as v
    join as_of as a on v.approved_date <= a.as_of_date
    group by a.as_of_date, v.investment_project_id
)
select
    i.*,
    i.contract_fen as signed_fen,
    coalesce(v.variations, 0) as variations,
    coalesce(v.variation_fen, 0) as variation_fen,
    coalesce(v.supplementary_fen, 0) as supplementary_fen,
    coalesce(v.variation_fen, 0) / i.contract_fen as variation_rate,
    coalesce(v.supplementary_fen, 0) / i.contract_fen as supplementary_rate
from investment_as_of as i
left join varied as v on v.as_of_date = i.as_of_date and v.investment_id = i.investment_id
where i.contract_fen > 0 and not i.is_cancelled
