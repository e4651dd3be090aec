-- Rules and measures established through rectification up to each day asked for, with their finding.
select
    a.as_of_date,
    e.established_rule_id,
    e.kind as rule_kind,
    e.title as rule_title,
    e.rule_count,
    e.fact_date,
    b.*
from established_rule as e
join as_of as a on e.fact_date <= a.as_of_date
join finding_base as b on b.finding_id = e.finding_id
