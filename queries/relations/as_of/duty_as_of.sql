-- What has to be audited on each day asked for: one row per day, coverage rule and object (or leading post), with
-- its last audit of a type that counts and the day by which the next one is due (docs/audit-coverage.md).
-- A rule of one year is kept by an audit in the calendar year of the day; a rule of several years by one within
-- so many years up to the day. Posts fall under a rule while held, and for as long afterwards as its interval.
with obliged as (
    select
        a.as_of_date,
        r.coverage_rule_code,
        r.name as coverage_rule,
        r.interval_years,
        r.sort_order,
        counted_types(r.project_types) as counted_types,
        d.valid_from_date as duty_from_date,
        o.*
    from object_duty as d
    join coverage_rule as r on r.coverage_rule_code = d.coverage_rule_code and r.subject = 'object'
    join object_base as o on o.audit_object_id = d.audit_object_id
    join as_of as a
        on coalesce(d.valid_from_date <= a.as_of_date, true) and coalesce(d.valid_to_date >= a.as_of_date, true)
        and coalesce(o.valid_from_date <= a.as_of_date, true) and coalesce(o.valid_to_date >= a.as_of_date, true)
),
object_audited as (
    select
        d.as_of_date,
        d.coverage_rule_code,
        d.audit_object_id,
        max(t.delivery_date) as last_audit_date,
        arg_max(t.project_id, t.delivery_date) as project_id,
        arg_max(t.project, t.delivery_date) as last_project,
        count(t.delivery_date) as audit_count,
        min(t.project) filter (where t.delivery_date is null) as project_in_hand
    from obliged as d
    join object_project_as_of as t
        on t.as_of_date = d.as_of_date
        and t.audit_object_id = d.audit_object_id
        and (d.counted_types is null or list_contains(d.counted_types, t.project_type))
    group by d.as_of_date, d.coverage_rule_code, d.audit_object_id
),
post_audited as (
    select
        t.as_of_date,
        r.coverage_rule_code,
        t.post_id,
        max(t.delivery_date) as last_audit_date,
        arg_max(t.project_id, t.delivery_date) as project_id,
        arg_max(t.project, t.delivery_date) as last_project,
        count(t.delivery_date) as audit_count,
        min(t.project) filter (where not t.is_delivered) as project_in_hand
    from post_audit_as_of as t
    join coverage_rule as r
        on r.subject = 'post'
        and (r.project_types is null or list_contains(counted_types(r.project_types), t.project_type))
    group by t.as_of_date, r.coverage_rule_code, t.post_id
),
duty as (
    select
        d.as_of_date,
        d.coverage_rule_code,
        d.coverage_rule,
        d.interval_years,
        d.sort_order,
        d.audit_object_id,
        d.audit_object,
        d.unit_id,
        d.unit,
        d.audit_class,
        d.region_code,
        d.region,
        d.section_code,
        d.section,
        cast(null as bigint) as post_id,
        cast(null as bigint) as official_id,
        cast(null as varchar) as official,
        cast(null as varchar) as post_title,
        greatest(d.duty_from_date, d.valid_from_date) as since_date,
        t.last_audit_date,
        t.project_id,
        t.last_project,
        coalesce(t.audit_count, 0) as audit_count,
        t.project_in_hand
    from obliged as d
    left join object_audited as t using (as_of_date, coverage_rule_code, audit_object_id)
    union all
    select
        p.as_of_date,
        r.coverage_rule_code,
        r.name,
        r.interval_years,
        r.sort_order,
        c.audit_object_id,
        c.name,
        p.unit_id,
        p.unit,
        p.audit_class,
        p.region_code,
        p.region,
        p.section_code,
        p.section,
        p.post_id,
        p.official_id,
        p.official,
        p.post_title,
        p.start_date,
        t.last_audit_date,
        t.project_id,
        t.last_project,
        coalesce(t.audit_count, 0),
        t.project_in_hand
    from post_as_of as p
    join coverage_rule as r on r.subject = 'post'
    left join audit_object as c on c.unit_id = p.unit_id
    left join post_audited as t
        on t.as_of_date = p.as_of_date
        and t.coverage_rule_code = r.coverage_rule_code
        and t.post_id = p.post_id
    where not p.is_audit_exempt
        and (p.has_resource_duty or not coalesce(contains(r.project_types, 'natural_resources'), false))
        and (
            not p.is_left
            or p.end_date + to_years(cast(r.interval_years as integer)) > p.as_of_date
        )
),
dated as (
    select
        *,
        case
            when interval_years = 1
            then make_date(
                year(as_of_date) + cast(coalesce(year(last_audit_date) = year(as_of_date), false) as integer), 12, 31
            )
            else cast(coalesce(last_audit_date, since_date) + to_years(cast(interval_years as integer)) as date)
        end as next_audit_date
    from duty
),
judged as (
    select
        *,
        case
            when interval_years = 1 then coalesce(year(last_audit_date) = year(as_of_date), false)
            else coalesce(last_audit_date is not null and next_audit_date > as_of_date, false)
        end as is_covered
    from dated
)
select
    *,
    last_audit_date is not null as is_audited,
    case
        when is_covered then 'covered'
        when project_in_hand is not null then 'in_hand'
        when last_audit_date is null and interval_years > 1 and next_audit_date > as_of_date then 'new'
        when last_audit_date is null then 'never'
        else 'lapsed'
    end as coverage_state,
    gap_since(last_audit_date, as_of_date) as audit_gap
from judged
