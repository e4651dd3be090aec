-- The bureau's staff in service on each day asked for: one row per day and person, with the age on that day.
-- Rank, qualification, talent, computer certificate and headship are those of the dated facts up to that day. What
-- the register of the staff states without a date is known from the present year on only: of a day before it, the
-- flags is_…_known say that it is not, so that nothing of to-day is shown as if it were theirs. Who has neither
-- a fact nor a statement never had it. The present is the fixed day of the bureau (the demonstration has one),
-- else to-day.
with present as (
    select coalesce(max(cast(value as date)), current_date) as today from bureau_setting where name = 'as_of'
),
dated as (
    select
        staff_id,
        bool_or(kind = 'qualification') as has_qualification,
        bool_or(kind = 'talent') as has_talent,
        bool_or(kind = 'computer_intermediate') as has_computer,
        bool_or(kind = 'division_head') as has_headship
    from staff_record
    group by staff_id
),
fact as (
    select
        a.as_of_date,
        r.staff_id,
        arg_max(r.value, (r.fact_date, r.staff_record_id)) filter (where r.kind = 'rank') as staff_rank,
        max(r.fact_date) filter (where r.kind = 'rank') as rank_date,
        arg_max(r.value, (r.fact_date, r.staff_record_id)) filter (where r.kind = 'qualification') as qualification,
        arg_max(r.value, (r.fact_date, r.staff_record_id)) filter (where r.kind = 'talent') as talent,
        bool_or(r.kind = 'computer_intermediate') as has_computer,
        bool_or(r.kind = 'division_head') as is_head,
        bool_or(r.kind = 'skill' and r.value in ('sql', 'python', 'modelling')) as has_data_skill,
        count(*) filter (where r.kind = 'certificate') as certificates
    from staff_record as r
    join as_of as a on r.fact_date <= a.as_of_date and coalesce(r.end_date > a.as_of_date, true)
    group by a.as_of_date, r.staff_id
),
trained as (
    select
        a.as_of_date,
        t.staff_id,
        bool_or(c.kind = 'computer_intermediate') as is_computer_trained,
        bool_or(
            c.kind in ('data_analysis', 'computer_intermediate')
            and t.completed_date > a.as_of_date - to_months(24)
        ) as is_rotation_trained
    from training_record as t
    join training as c on c.training_id = t.training_id
    join as_of as a on t.completed_date <= a.as_of_date
    group by a.as_of_date, t.staff_id
),
standing as (
    select
        a.as_of_date,
        s.staff_id,
        s.staff_code,
        s.name as staff,
        date_sub('year', s.birth_date, a.as_of_date) as age,
        s.is_business,
        case when d.has_headship then coalesce(f.is_head, false) else s.is_division_head end as is_division_head,
        case when d.has_qualification then f.qualification else s.qualification end as qualification,
        case when d.has_talent then f.talent else s.talent end as talent,
        case when d.has_computer then coalesce(f.has_computer, false) else s.has_computer_intermediate end
            as has_computer_intermediate,
        is_now or coalesce(d.has_headship, false) or not s.is_division_head as is_headship_known,
        is_now or coalesce(d.has_qualification, false) or s.qualification is null as is_qualification_known,
        is_now or coalesce(d.has_talent, false) or s.talent is null as is_talent_known,
        is_now or coalesce(d.has_computer, false) or not s.has_computer_intermediate as is_computer_known,
        coalesce(t.is_computer_trained, false) as is_computer_trained,
        coalesce(t.is_rotation_trained, false) as is_rotation_trained,
        coalesce(f.has_data_skill, false) as has_data_skill,
        coalesce(f.certificates, 0) as certificates,
        s.civil_class,
        s.education,
        f.staff_rank,
        f.rank_date,
        p.next_rank,
        p.years_in_rank,
        cast(f.rank_date + to_years(cast(p.years_in_rank as integer)) as date) as promotion_date,
        s.joined_date,
        s.section_code,
        o.name as section
    from staff as s
    join (
        select as_of_date, year(as_of_date) >= (select year(today) from present) as is_now from as_of
    ) as a
        on coalesce(s.joined_date <= a.as_of_date, true) and coalesce(s.left_date > a.as_of_date, true)
    left join dated as d on d.staff_id = s.staff_id
    left join fact as f on f.staff_id = s.staff_id and f.as_of_date = a.as_of_date
    left join trained as t on t.staff_id = s.staff_id and t.as_of_date = a.as_of_date
    left join promotion_years as p on p.staff_rank = f.staff_rank
    left join section as o on o.section_code = s.section_code
)
select
    *,
    case
        when age < 30 then 'under_30'
        when age < 35 then '30_34'
        when age < 40 then '35_39'
        when age < 45 then '40_44'
        when age < 50 then '45_49'
        when age < 55 then '50_54'
        when age >= 55 then 'over_54'
    end as age_band,
    case
        when staff_rank is null then 'unknown'
        when next_rank is null then 'top'
        when years_in_rank is null then 'off'
        when promotion_date <= as_of_date then 'due'
        when promotion_date <= as_of_date + to_months(6) then 'soon'
        else 'later'
    end as promotion_state,
    strftime(promotion_date, '%Y-%m') as promotion_month,
    cast(null as varchar) as region_code,
    cast(null as varchar) as region
from standing
