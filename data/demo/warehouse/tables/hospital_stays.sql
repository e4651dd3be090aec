-- 住院: 40,000. Planted: 50 people (25,001–25,050) are admitted again 1–15 days after discharge to the same hospital
-- with the same diagnosis; 20 men (26,001, 26,003 … 26,039) have a diagnosis of gynaecology; 15 people
-- (27,001–27,015) have two stays that overlap; 10 stays (s % 4,000 = 17) last 45 days.
with usual as (
    select
        s,
        15001 + (s * 7) % 9500 as n,
        date '2024-01-01' + cast(200 * (s // 9500) + h(s, 111) % 100 as integer) as admitted_date,
        case when s % 4000 = 17 then 45 else between_of(s, 112, 3, 14) end as stay_days,
        1 + s % 8 as hospital,
        pick(['I10', 'J18', 'K29', 'E11', 'M54'], s, 113) as diagnosis_code,
        fen_of(s, 114, 1500, 40000) as total_fen
    from range(1, 39831) as r(s)
),
planted as (
    select 50000 + 2 * i as s, 25000 + i as n, date '2025-03-01' + cast(i as integer) as admitted_date,
        5 as stay_days, 1 + i % 8 as hospital, 'I10' as diagnosis_code, 400000 as total_fen
    from range(1, 51) as r(i)
    union all
    select 50001 + 2 * i, 25000 + i, date '2025-03-01' + cast(i + 5 + 1 + i % 15 as integer), 5, 1 + i % 8, 'I10', 400000
    from range(1, 51) as r(i)
    union all
    select 52000 + i, 26000 + 2 * i - 1, date '2025-05-01' + cast(i as integer), 4, 2, 'N80', 350000
    from range(1, 21) as r(i)
    union all
    select 53000 + 2 * i, 27000 + i, date '2025-06-01' + cast(i as integer), 10, 3, 'J18', 500000
    from range(1, 16) as r(i)
    union all
    select 53001 + 2 * i, 27000 + i, date '2025-06-05' + cast(i as integer), 10, 4, 'K29', 500000
    from range(1, 16) as r(i)
)
select
    'ZY' || padded(t.s, 8) as stay_code,
    p.identity_number,
    p.person_name,
    p.sex,
    p.birth_date,
    'YY' || padded(t.hospital, 3) as hospital_code,
    '示范市第' || t.hospital || '医院' as hospital_name,
    case t.diagnosis_code when 'N80' then '妇科' else '内科' end as department,
    t.diagnosis_code,
    case t.diagnosis_code
        when 'I10' then '高血压'
        when 'J18' then '肺炎'
        when 'K29' then '胃炎'
        when 'E11' then '糖尿病'
        when 'M54' then '腰痛'
        when 'N80' then '子宫内膜异位症'
    end as diagnosis_name,
    t.admitted_date,
    t.admitted_date + cast(t.stay_days as integer) as discharged_date,
    t.stay_days,
    t.total_fen,
    '职工医保' as insurance_type
from (select * from usual union all select * from planted) as t
join people as p using (n)
order by t.admitted_date, t.s
