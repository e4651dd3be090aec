-- Quality inspections, selections and evaluations of projects held by each day asked for: one row per day and
-- review, in the year in which it was held.
select
    a.as_of_date,
    q.quality_review_id,
    q.review_code,
    q.kind as quality_review,
    cast(year(q.review_date) as bigint) as plan_year,
    q.review_date,
    q.score_hundredths,
    q.score_hundredths / 10000.0 as score_rate,
    q.award,
    p.project_id,
    p.project_code,
    p.project,
    p.project_type,
    p.region_code,
    p.region,
    p.section_code,
    p.section,
    coalesce(d.defects, 0) as defects,
    coalesce(d.open_defects, 0) as open_defects
from quality_review as q
join as_of as a on q.review_date <= a.as_of_date
join project_base as p on p.project_id = q.project_id
left join (
    select
        as_of_date,
        quality_review_id,
        count(*) as defects,
        count(*) filter (where not is_mended) as open_defects
    from quality_defect_as_of
    group by as_of_date, quality_review_id
) as d on d.as_of_date = a.as_of_date and d.quality_review_id = q.quality_review_id
