-- Reports of audit firms that had been checked by each day asked for: one row per day and check.
select
    a.as_of_date,
    c.social_audit_check_id,
    c.check_code,
    c.firm,
    c.report_number,
    cast(year(c.check_date) as bigint) as plan_year,
    c.unit_id,
    u.name as unit,
    u.region_code,
    g.region,
    c.section_code,
    s.name as section,
    c.check_date,
    c.result as firm_check_result,
    c.problem_count,
    c.misstated_fen
from social_audit_check as c
join as_of as a on c.check_date <= a.as_of_date
left join unit as u on u.unit_id = c.unit_id
left join region_name as g on g.region_code = u.region_code
left join section as s on s.section_code = c.section_code
