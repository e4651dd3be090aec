-- The projects of public investment as they stood on each day asked for: one row per day and project.
-- 总投资 is the approved budget, else the estimate. The cost that is known is that of the final accounts, else of the
-- audited settlement, else the larger of contract with changes and payments, which can only become more.
-- A cancelled project is neither late nor running, whatever was known of it before. Findings and suspects are counted
-- that the reader may see.
with audited as (
    select
        p.as_of_date,
        i.investment_project_id as investment_id,
        count(*) as audits,
        count(*) filter (where p.is_finished) as audits_delivered,
        count(*) filter (where p.project_state = 'running') as audits_running,
        arg_max(p.section_code, (p.plan_year, p.project_id)) as section_code,
        arg_max(p.section, (p.plan_year, p.project_id)) as section
    from investment_audit as i
    join project_as_of as p on p.project_id = i.project_id
    group by p.as_of_date, i.investment_project_id
),

suspected as (
    -- Neither set aside, nor answered as untrue, nor a finding yet.
    select u.as_of_date, b.investment_id, count(*) as open_suspects
    from suspect as s
    join investment_base as b on b.investment_code = s.entity_id
    join own_suspect_as_of as u on u.suspect_id = s.suspect_id
    where s.entity_kind = 'project' and u.suspect_state not in ('not_confirmed', 'in_ledger')
    group by u.as_of_date, b.investment_id
),

found as (
    select f.as_of_date, i.investment_project_id as investment_id, count(*) as open_findings
    from investment_finding as i
    join own_finding_as_of as f on f.finding_id = i.finding_id
    where not f.is_excluded and not f.is_rectified
    group by f.as_of_date, i.investment_project_id
),

known as (
    select
        a.as_of_date,
        b.*,
        f.* exclude (as_of_date, investment_id, progress_basis_points, is_suspended),
        coalesce(f.is_suspended, false) as is_suspended,
        cast(year(coalesce(f.approved_date, b.planned_start_date)) as bigint) as plan_year,
        d.section_code,
        d.section,
        coalesce(f.approved_budget_fen, f.estimate_fen) as investment_fen,
        f.contract_fen + coalesce(f.change_fen, 0) as agreed_fen,
        case when f.completed_date is not null then 1.0 else f.progress_basis_points / 10000.0 end as progress_rate,
        f.completed_date is not null or f.settled_date is not null or f.accounted_date is not null as is_completed,
        f.cancelled_date is not null as is_cancelled,
        coalesce(d.audits, 0) as audits,
        coalesce(d.audits_delivered, 0) as audits_delivered,
        coalesce(d.audits_running, 0) as audits_running,
        coalesce(s.open_suspects, 0) as open_suspects,
        coalesce(o.open_findings, 0) as open_findings
    from investment_base as b
    join as_of as a on b.since_date <= a.as_of_date
    left join investment_fact_as_of as f on f.as_of_date = a.as_of_date and f.investment_id = b.investment_id
    left join audited as d on d.as_of_date = a.as_of_date and d.investment_id = b.investment_id
    left join suspected as s on s.as_of_date = a.as_of_date and s.investment_id = b.investment_id
    left join found as o on o.as_of_date = a.as_of_date and o.investment_id = b.investment_id
),

reckoned as (
    select
        *,
        case
            when is_cancelled then 'cancelled'
            when accounted_date is not null then 'accounted'
            when settled_date is not null then 'settled'
            when completed_date is not null then 'completed'
            when is_suspended then 'suspended'
            when started_date is not null or progress_rate > 0 then 'running'
            else 'planned'
        end as investment_state,
        coalesce(accounted_fen, settled_fen, greatest(agreed_fen, paid_fen)) as cost_fen,
        case
            -- Without a planned end nothing is known of a delay: DuckDB's greatest() would make it 0.
            when is_cancelled or planned_end_date is null then null
            when completed_date is not null then greatest(date_diff('day', planned_end_date, completed_date), 0)
            when not is_completed then greatest(date_diff('day', planned_end_date, as_of_date), 0)
        end as works_delay_days,
        case
            when not is_cancelled and not is_completed
                and planned_end_date is not null and projected_end_date is not null
            then greatest(date_diff('day', planned_end_date, projected_end_date), 0)
        end as projected_delay_days
    from known
)

select
    *,
    unit as investment_owner,
    paid_fen / nullif(agreed_fen, 0) as paid_rate,
    coalesce(paid_fen, 0) / nullif(investment_fen, 0) as executed_rate,
    cost_fen / nullif(approved_budget_fen, 0) - 1 as overrun_rate,
    completed_date <= planned_end_date as is_on_time,
    coalesce(works_delay_days > 0 and not is_completed, false) as is_delayed,
    cost_fen > approved_budget_fen as is_over_budget,
    audits_delivered > 0 as is_audited,
    audits_running > 0 as is_under_audit,
    open_suspects + open_findings as flagged,
    open_suspects + open_findings > 0 as is_flagged
from reckoned
