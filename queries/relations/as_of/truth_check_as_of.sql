-- 整改真实性核查: rectified findings that had been drawn by each day asked for, and what had been found by then.
select
    f.* exclude (as_of_date),
    a.as_of_date,
    c.truth_check_id,
    c.truth_sample_id,
    s.draw_method,
    s.fact_date as drawn_date,
    r.truth_answer,
    r.checked_date,
    r.truth_answer is not null as is_checked,
    coalesce(r.truth_answer = 'false', false) as is_false
from truth_check as c
join truth_sample as s on s.truth_sample_id = c.truth_sample_id
join as_of as a on s.fact_date <= a.as_of_date
join finding_as_of as f on f.finding_id = c.finding_id and f.as_of_date = a.as_of_date
left join (
    select
        d.as_of_date,
        t.truth_check_id,
        arg_max(t.truth_answer, (t.fact_date, t.truth_result_id)) as truth_answer,
        max(t.fact_date) as checked_date
    from truth_result as t
    join as_of as d on t.fact_date <= d.as_of_date
    group by d.as_of_date, t.truth_check_id
) as r on r.truth_check_id = c.truth_check_id and r.as_of_date = a.as_of_date
