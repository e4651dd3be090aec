-- 投标: as many as each tender says; the winner is the first. Planted: 25 tenders (n % 100 = 50) have two bidders;
-- in 20 tenders (n % 125 = 7) two bidders share telephone and deposit account; in 16 (n % 160 = 9) all but the
-- winner are disqualified; in 13 (n % 200 = 11) the second price lies 0.1 % above the winner's; in 13 (n % 200 = 21)
-- two losers bid the same; in 10 (n % 250 = 31) the second bid is the lowest and disqualified; in 9 (n % 300 = 41) the
-- winner came a day late; in 14 (n % 175 = 61) the second bid has a lower evaluated price and loses.
with listed as (
    select cast(substr(t.tender_code, 4) as bigint) as n, t.*, i.place
    from tenders as t
    join range(1, 8) as i(place) on i.place <= t.bidder_count
)
select
    l.tender_code,
    f.company_name as bidder_name,
    f.credit_code as bidder_code,
    cast(null as varchar) as bidder_number,
    1 as member_count,
    case
        when l.place = 1 then l.award_fen
        when l.n % 200 = 11 and l.place = 2 then l.award_fen + l.award_fen // 1000
        when l.n % 200 = 21 and l.place in (2, 3) then l.award_fen + l.award_fen * 6 // 100
        when l.n % 250 = 31 and l.place = 2 then l.award_fen - l.award_fen * 4 // 100
        else l.award_fen + l.award_fen * (2 + h(l.n * 10 + l.place, 151) % 9) // 100 + l.place * 1300
    end as bid_fen,
    'CNY' as currency,
    case
        when l.n % 175 = 61 and l.place = 2 then l.award_fen - l.award_fen // 100
        else l.award_fen + l.award_fen * l.place // 100
    end as evaluated_fen,
    'CNY' as evaluated_currency,
    95 - 4 * l.place + h(l.n, 152) % 3 as score,
    l.place as rank,
    case
        when l.place = 1 then '中标'
        when l.n % 160 = 9 or (l.n % 250 = 31 and l.place = 2) then '废标'
        else '未中标'
    end as status,
    cast(l.bid_deadline_date as timestamp) + case
        when l.n % 300 = 41 and l.place = 1 then interval 33 hour else interval 6 hour
    end as submitted_at,
    l.bid_deadline_date,
    cast(l.bid_deadline_date as timestamp) + interval 9 hour as bid_deadline_at,
    p.person_name as contact_name,
    case when l.n % 125 = 7 and l.place in (1, 2) then phone_of(l.n) else p.phone end as contact_phone,
    case when l.n % 125 = 7 and l.place in (1, 2) then account_of(l.n) else p.bank_account end as deposit_account,
    8000000 as deposit_fen,
    '10.' || (f.firm % 200) || '.' || (f.firm // 200) || '.' || (1 + l.place) as ip_address,
    upper(substr(md5('m' || f.firm), 1, 12)) as mac_address,
    l.buyer_name,
    l.agency_name,
    l.procurement_method,
    l.method_details,
    l.tender_status,
    '已定标' as award_status,
    1 as award_count,
    1 as winner_count
from listed as l
join firms as f on f.firm = case when l.place = 1 then 1 + (l.n * 31) % 900 else 901 + (l.n * 37 + l.place * 613) % 5000 end
join people as p on p.n = f.owner
order by l.n, l.place
