-- Defects that reviews of projects had found by each day asked for: one row per day and defect.
select
    a.as_of_date,
    d.quality_defect_id,
    d.defect_code,
    d.title as defect,
    d.kind as quality_defect,
    d.severity,
    d.quality_review_id,
    q.review_code,
    q.kind as quality_review,
    cast(year(q.review_date) as bigint) as plan_year,
    q.review_date,
    case when d.mended_date <= a.as_of_date then d.mended_date end as mended_date,
    coalesce(d.mended_date <= a.as_of_date, false) as is_mended,
    p.project_id,
    p.project_code,
    p.project,
    p.project_type,
    p.region_code,
    p.region,
    p.section_code,
    p.section
from quality_defect as d
join quality_review as q on q.quality_review_id = d.quality_review_id
join as_of as a on q.review_date <= a.as_of_date
join project_base as p on p.project_id = q.project_id
