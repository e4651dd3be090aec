-- Which reports cited which findings by each day asked for: one row per day, finding and report, from the day on which
-- the report was delivered (issued, where that is not known; else from the finding's own day). Several reports may cite one finding (seed 002).
-- The way in which a report carries findings about information systems is the one stated; where none is, that of the
-- report's project: 信息系统 is an independent survey; 经济责任 is that; of audits of budgets those of a finance or tax
-- office are 本级预算执行, the others 部门预算; work reports and special reports without a project draw many together.
with cited as (
    select
        i.finding_id,
        r.report_id,
        r.report_kind,
        r.document_number,
        coalesce(r.delivered_date, r.issued_date) as report_date,
        coalesce(
            r.carrying_way,
            case
                when p.project_type = 'information_system' then 'special_survey'
                when p.project_type = 'economic_responsibility' then 'economic_responsibility'
                when p.project_type = 'budget_execution' and regexp_matches(u.name, '财政|税务')
                    then 'budget_execution'
                when p.project_type = 'budget_execution' then 'department_budget'
                when p.project_id is null then 'comprehensive'
                else 'other'
            end
        ) as carrying_way
    from finding_report as i
    join report as r on r.report_id = i.report_id
    left join project as p on p.project_id = r.project_id
    left join unit as u on u.unit_id = p.unit_id
),

citing as (
    select f.*, c.* exclude (finding_id, report_date), coalesce(c.report_date, f.found_date) as cited_date
    from cited as c
    join finding_as_of as f on f.finding_id = c.finding_id
    where c.report_date is null or c.report_date <= f.as_of_date
)

select
    *,
    finding_id in (select finding_id from system_finding) as is_about_systems,
    count(*) over (partition by as_of_date, finding_id) as report_count,
    string_agg(document_number, '、') over (
        partition by as_of_date, finding_id order by cited_date, report_id
        rows between unbounded preceding and unbounded following
    ) as reports_citing,
    row_number() over (partition by as_of_date, finding_id order by cited_date, report_id) as citation_place
from citing
