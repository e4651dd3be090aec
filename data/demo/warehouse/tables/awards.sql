-- 授标: of every tender one, to its winner; nothing planted.
select
    tender_code,
    'SB-' || substr(tender_code, 4) as award_code,
    winner_name as supplier_name,
    winner_code as supplier_code,
    cast(null as varchar) as supplier_number,
    '有效' as award_status,
    award_fen,
    currency,
    award_date,
    buyer_name,
    cast(null as varchar) as item_code,
    cast(null as varchar) as item_name
from tenders
order by tender_code
