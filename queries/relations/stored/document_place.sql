-- The projects that an official document is about, itself or by a finding of theirs, and the regions that it thereby
-- lies in: one row per document, project and region.
select distinct
    l.document_id,
    p.project_id,
    coalesce(f.region_code, p.region_code) as region_code
from document_link as l
left join finding_base as f on f.finding_id = l.finding_id
join project_base as p on p.project_id = coalesce(l.project_id, f.project_id)
