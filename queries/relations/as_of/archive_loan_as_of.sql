-- Every wish to read a file of the archive that was asked for by each day asked for, and what had become of it.
-- Section is that of who asked, region that of the project of the file.
select
    a.as_of_date,
    l.archive_loan_id,
    f.archive_code,
    f.title as archive_title,
    called(c.display_name, l.user_name) as borrower,
    l.purpose,
    china_day(l.asked_at) as asked_date,
    l.due_date as limit_date,
    case when china_day(l.returned_at) <= a.as_of_date then china_day(l.returned_at) end as returned_date,
    case
        when china_day(l.withdrawn_at) <= a.as_of_date then 'withdrawn'
        when l.decided_at is null or china_day(l.decided_at) > a.as_of_date then 'asked'
        when not l.is_granted then 'refused'
        when china_day(l.returned_at) <= a.as_of_date then 'given_back'
        when l.due_date < a.as_of_date then 'loan_overdue'
        else 'lent'
    end as loan_state,
    case
        when l.is_granted
            and china_day(l.decided_at) <= a.as_of_date
            and l.due_date < a.as_of_date
            and coalesce(china_day(l.returned_at) > a.as_of_date, true)
            then a.as_of_date - l.due_date
    end as days_overdue,
    cast(year(china_day(l.asked_at)) as bigint) as plan_year,
    f.project_id,
    p.project_code,
    p.project,
    p.region_code,
    p.region,
    l.section_code,
    s.name as section
from archive_loan as l
join archive_file as f on f.archive_file_id = l.archive_file_id
join as_of as a on china_day(l.asked_at) <= a.as_of_date
left join account as c on c.user_name = l.user_name
left join project_base as p on p.project_id = f.project_id
left join section as s on s.section_code = l.section_code
