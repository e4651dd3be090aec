-- The audits that count for the duties of each day asked for: one row per day, rule, object and delivered audit.
select
    d.as_of_date,
    d.coverage_rule_code,
    d.coverage_rule,
    d.audit_object_id,
    d.audit_object,
    d.unit_id,
    d.unit,
    d.audit_class,
    d.region_code,
    d.region,
    d.section_code,
    d.section,
    t.project_id,
    t.project_code,
    t.project,
    t.project_type,
    t.plan_year,
    t.is_inherited,
    t.delivery_date,
    strftime(t.delivery_date, '%Y') as audit_year
from duty_as_of as d
join coverage_rule as r on r.coverage_rule_code = d.coverage_rule_code
join object_project_as_of as t
    on t.as_of_date = d.as_of_date
    and t.audit_object_id = d.audit_object_id
    and t.delivery_date is not null
    and (r.project_types is null or list_contains(counted_types(r.project_types), t.project_type))
where d.post_id is null
