-- Every file in the archive on each day asked for: one row per day and file, with whether it is lent.
with lent as (
    select a.as_of_date, l.archive_file_id, count(*) as loans
    from archive_loan as l
    join as_of as a
        on l.is_granted
        and china_day(l.decided_at) <= a.as_of_date
        and coalesce(china_day(l.returned_at) > a.as_of_date, true)
    group by a.as_of_date, l.archive_file_id
)
select
    a.as_of_date,
    f.archive_file_id,
    f.archive_code,
    f.title as archive_title,
    f.filed_date,
    coalesce(f.retention_years, 0) as retention_years,  -- nought: for ever
    f.place as archive_place,
    coalesce(l.loans > 0, false) as is_lent,
    f.project_id,
    p.project_code,
    p.project,
    p.unit,
    coalesce(p.plan_year, cast(year(f.filed_date) as bigint)) as plan_year,
    p.region_code,
    p.region,
    coalesce(f.section_code, p.section_code) as section_code,
    s.name as section
from archive_file as f
join as_of as a on f.filed_date <= a.as_of_date
left join lent as l on l.as_of_date = a.as_of_date and l.archive_file_id = f.archive_file_id
left join project_base as p on p.project_id = f.project_id
left join section as s on s.section_code = coalesce(f.section_code, p.section_code)
