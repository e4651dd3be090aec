-- The districts on each day asked for, and when the head of their audit bureau last reported on their duty: one
-- row per day and district. A round is two years: a report on the very day two years ago is still within it.
select
    a.as_of_date,
    d.region_code,
    g.region,
    cast(null as varchar) as section_code,
    cast(null as varchar) as section,
    max(r.report_date) as report_date,
    arg_max(r.person, r.report_date) as reporter,
    max(r.report_date) >= cast(a.as_of_date - interval 24 month as date) as has_reported
from region as d
cross join as_of as a
join region_name as g on g.region_code = d.region_code
left join duty_report as r on r.region_code = d.region_code and r.report_date <= a.as_of_date
where
    d.level = 'district'
    and coalesce(d.valid_from_date <= a.as_of_date, true)
    and coalesce(d.valid_to_date > a.as_of_date, true)
    and exists (select 1 from duty_report)
group by a.as_of_date, d.region_code, g.region
