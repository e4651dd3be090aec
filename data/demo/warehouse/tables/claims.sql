-- 医保结算明细: two items of every stay. Planted: 39 lines stand twice (every 1,000th stay's first item); 31 stays
-- (s % 1,300 = 55) are billed once more under another number, three days later; 17 first items (s % 2,500 = 77) cost
-- twice the tariff.
with lines as (
    select stay_code, cast(substr(stay_code, 3) as bigint) as s, i.item, 0 as again
    from hospital_stays cross join (values (1), (2)) as i(item)
    union all
    select stay_code, cast(substr(stay_code, 3) as bigint), 1, 1
    from hospital_stays where cast(substr(stay_code, 3) as bigint) % 1000 = 0 and cast(substr(stay_code, 3) as bigint) <= 39830
    union all
    select stay_code, cast(substr(stay_code, 3) as bigint), i.item, 2
    from hospital_stays cross join (values (1), (2)) as i(item)
    where cast(substr(stay_code, 3) as bigint) % 1300 = 55 and cast(substr(stay_code, 3) as bigint) <= 39830
)
select
    case l.again when 2 then 'JT' else 'JS' end || padded(l.s, 8) as claim_code,
    padded(l.item, 2) || case l.again when 1 then 'B' else '' end as item_number,
    h.stay_code,
    'CB' || right(h.identity_number, 10) as person_code,
    h.identity_number,
    h.person_name,
    h.sex,
    h.hospital_code,
    h.hospital_name,
    '住院' as visit_kind,
    h.diagnosis_name,
    ['XM001', 'XM002', 'XM003', 'XM004'][1 + (l.s + l.item) % 4] as item_code,
    ['床位费', '血常规', '彩超检查', '静脉输液'][1 + (l.s + l.item) % 4] as item_name,
    h.admitted_date + case l.again when 2 then 4 else 1 end as service_date,
    greatest(h.discharged_date, h.admitted_date + 4) as settled_date,
    1 as quantity,
    fen_of(2 * l.s + l.item, 121, 20, 900) as price_fen,
    fen_of(2 * l.s + l.item, 121, 20, 900) as amount_fen,
    case when l.s % 2500 = 77 and l.item = 1 then fen_of(2 * l.s + l.item, 121, 20, 900) // 2 else fen_of(2 * l.s + l.item, 121, 20, 900) end
        as standard_fen,
    h.stay_days,
    '普通床位' as room_class,
    '已审核' as claim_state,
    fen_of(2 * l.s + l.item, 121, 20, 900) * 7 // 10 as fund_fen,
    fen_of(2 * l.s + l.item, 121, 20, 900) - fen_of(2 * l.s + l.item, 121, 20, 900) * 7 // 10 as self_fen
from lines as l
join hospital_stays as h using (stay_code)
order by l.s, l.item, l.again
