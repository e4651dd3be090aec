-- 医保结算明细: two items of every stay. Planted: 39 lines stand twice (every 1,000th stay's first item).
with lines as (
    select stay_code, cast(substr(stay_code, 3) as bigint) as s, i.item, false as is_again
    from hospital_stays cross join (values (1), (2)) as i(item)
    union all
    select stay_code, cast(substr(stay_code, 3) as bigint), 1, true
    from hospital_stays where cast(substr(stay_code, 3) as bigint) % 1000 = 0 and cast(substr(stay_code, 3) as bigint) <= 39830
)
select
    'JS' || padded(l.s, 8) as claim_code,
    padded(l.item, 2) || case when l.is_again then 'B' else '' end as item_number,
    h.stay_code,
    h.identity_number,
    h.person_name,
    h.sex,
    h.hospital_code,
    h.hospital_name,
    '住院' as visit_kind,
    h.diagnosis_name,
    ['XM001', 'XM002', 'XM003', 'XM004'][1 + (l.s + l.item) % 4] as item_code,
    ['床位费', '血常规', '彩超检查', '静脉输液'][1 + (l.s + l.item) % 4] as item_name,
    h.admitted_date + 1 as service_date,
    h.discharged_date as settled_date,
    1 as quantity,
    fen_of(l.s + l.item, 121, 20, 900) as price_fen,
    fen_of(l.s + l.item, 121, 20, 900) as amount_fen,
    fen_of(l.s + l.item, 121, 20, 900) * 7 // 10 as fund_fen,
    fen_of(l.s + l.item, 121, 20, 900) - fen_of(l.s + l.item, 121, 20, 900) * 7 // 10 as self_fen
from lines as l
join hospital_stays as h using (stay_code)
order by l.s, l.item, l.is_again
