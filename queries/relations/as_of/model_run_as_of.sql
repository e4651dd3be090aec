-- Runs of audit models that ended well by each day asked for, with the section of whoever ran them: that of the
-- member of the staff, else the one that the account is bound to. Runs by night belong to no section.
select
    a.as_of_date,
    r.model_run_id,
    r.model_code,
    coalesce(m.title, r.model_code) as model,
    m.sector as model_sector,
    m.severity,
    cast(r.model_version as bigint) as model_version,
    china_day(r.started_at) as run_date,
    cast(year(china_day(r.started_at)) as bigint) as plan_year,
    called(c.display_name, r.user_name) as ran_by,
    coalesce(r.row_count, 0) as hit_count,
    coalesce(t.section_code, c.section_code) as section_code,
    s.name as section,
    c.region_code,
    g.region
from model_run as r
join as_of as a on china_day(r.ended_at) <= a.as_of_date
left join audit_model as m on m.model_code = r.model_code
left join account as c on c.user_name = r.user_name
left join staff as t on t.staff_code = c.staff_code
left join section as s on s.section_code = coalesce(t.section_code, c.section_code)
left join region_name as g on g.region_code = c.region_code
where r.outcome = 'done'
