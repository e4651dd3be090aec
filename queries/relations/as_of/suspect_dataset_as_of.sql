-- Datasets in which suspects had been found by each day asked for: read by the run, or by the quick test, that
-- found them.
with behind as (
    select u.suspect_id, u.found_date, v.dataset_id
    from suspect as u
    join model_run_dataset as r on r.model_run_id = u.model_run_id
    join dataset_version as v on v.dataset_version_id = r.dataset_version_id
    union
    select u.suspect_id, u.found_date, v.dataset_id
    from suspect as u
    join suspect_evidence as e on e.suspect_id = u.suspect_id
    join dataset_version as v on v.dataset_version_id = e.dataset_version_id
)
select d.*, b.suspect_count
from dataset_as_of as d
join (
    select a.as_of_date, e.dataset_id, count(distinct e.suspect_id) as suspect_count
    from behind as e
    join as_of as a on e.found_date <= a.as_of_date
    group by a.as_of_date, e.dataset_id
) as b on b.as_of_date = d.as_of_date and b.dataset_id = d.dataset_id
