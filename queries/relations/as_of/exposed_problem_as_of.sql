-- Major problems of audited projects that had come to light by each day asked for, found by the audit or not: one
-- row per day and problem, in the year in which it came to light.
select
    a.as_of_date,
    e.exposed_problem_id,
    e.problem_code,
    e.title as exposed_problem,
    e.exposed_by,
    e.exposed_date,
    e.was_found,
    cast(year(e.exposed_date) as bigint) as plan_year,
    p.project_id,
    p.project_code,
    p.project,
    p.project_type,
    p.region_code,
    p.region,
    p.section_code,
    p.section
from exposed_problem as e
join as_of as a on e.exposed_date <= a.as_of_date
join project_base as p on p.project_id = e.project_id
