-- What each region is called in figures. What a city itself audits stands beside its districts, not above
-- them: 本级.
select
    g.region_code,
    case when h.parent_code is not null then g.name || '本级' else g.name end as region
from region as g
left join (select distinct parent_code from region) as h on h.parent_code = g.region_code
