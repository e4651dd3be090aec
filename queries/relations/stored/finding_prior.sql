-- 屡审屡犯 as the ledger shows it: one row per finding whose unit (or what was merged or renamed into it) had
-- the same problem class in an earlier plan year, with the newest of those findings and how many there were.
select
    f.finding_id,
    max_by(e.finding_id, (e.plan_year, e.found_date, e.finding_id)) as prior_finding_id,
    max_by(e.finding_code, (e.plan_year, e.found_date, e.finding_id)) as prior_finding_code,
    max(e.plan_year) as prior_year,
    min(e.plan_year) as first_year,
    count(distinct e.plan_year) + 1 as repeat_years,
    count(*) as prior_count
from finding_base as f
join unit_heritage as h on h.unit_id = f.unit_id
join finding_base as e
    on
        e.unit_id = h.audited_unit_id
        and e.problem_class_code = f.problem_class_code
        and e.plan_year < f.plan_year
        and e.found_date < f.found_date
group by f.finding_id
