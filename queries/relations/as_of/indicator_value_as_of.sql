-- The values entered for indicators of days up to each day asked for: one row per day and entry. `place` counts the
-- entries of an indicator and year backwards: the first is the one in force, the others are its history.
select
    a.as_of_date,
    v.indicator_value_id,
    v.indicator_code,
    v.year,
    v.actual_value,
    v.fact_date,
    v.evidence,
    coalesce(v.entered_by, v.source) as entered_by,
    v.recorded_at,
    row_number() over (
        partition by a.as_of_date, v.indicator_code, v.year
        order by v.fact_date desc, v.recorded_at desc, v.indicator_value_id desc
    ) as place
from indicator_value as v
join as_of as a on v.fact_date <= a.as_of_date
