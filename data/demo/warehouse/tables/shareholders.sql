-- 股东: two a company. Planted: 30 civil servants (101–130) hold shares of companies 1–30, 20 recipients of 低保
-- (20,181–20,200) hold shares of companies 31–50, 6 tenants of public housing (30,041–30,046) of companies 51–56.
select
    f.credit_code as company_code,
    f.company_name,
    p.identity_number as holder_number,
    p.person_name as holder_name,
    case s.place when 1 then '法定代表人' else '股东' end as position,
    fen_of(f.firm, 92, 100000, 50000000) // 2 as subscribed_fen,
    fen_of(f.firm, 92, 100000, 50000000) // 2 as paid_in_fen,
    50 as holding_percent,
    f.founded_date as start_date,
    cast(null as date) as end_date
from firms as f
cross join (values (1), (2)) as s(place)
join people as p on p.n = case
    when s.place = 1 then f.owner
    when f.firm <= 30 then 100 + f.firm
    when f.firm <= 50 then 20150 + f.firm
    when f.firm <= 56 then 29990 + f.firm
    else 48001 + (f.firm * 11 + 5) % 11000
end
order by f.firm, s.place
