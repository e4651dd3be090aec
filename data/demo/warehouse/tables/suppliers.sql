-- 供应商: those that bid for a tender; nothing planted.
select
    'GYS-' || padded(f.firm, 5) as supplier_number,
    f.company_name as supplier_name,
    f.credit_code as supplier_code,
    '中国' as country,
    '示范市演示路' || f.firm || '号' as address,
    p.person_name as contact_name,
    p.phone as contact_phone,
    cast(null as varchar) as email
from firms as f
join people as p on p.n = f.owner
where f.credit_code in (select bidder_code from bids)
order by f.firm
