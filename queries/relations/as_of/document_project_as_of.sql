-- The official documents about a project on each day asked for: one row per day, document and project. The region is
-- that of the project.
select
    d.* exclude (project, region_codes),
    p.project_id,
    p.project_code,
    p.project,
    p.region_code,
    p.region
from document_as_of as d
join (select distinct document_id, project_id from document_place) as l on l.document_id = d.document_id
join project_base as p on p.project_id = l.project_id
