-- 采购明细: 20,000. Planted: 60 purchases of one unit (n <= 60) of 46,000–49,999 元, just below a limit of 50,000 元.
select
    'CG' || padded(n, 8) as purchase_code,
    u.name as buyer_name,
    u.credit_code as buyer_code,
    ['A02010105', 'A02020400', 'A05010201', 'C21040000'][1 + n % 4] as item_code,
    ['台式计算机', '多功能一体机', '办公桌', '物业管理服务'][1 + n % 4] as item_name,
    cast(null as varchar) as budget_item_code,
    '日常公用经费' as budget_item_name,
    year(d.purchased_date) as fiscal_year,
    '直接采购' as procurement_method,
    1 as quantity,
    a.amount_fen as price_fen,
    a.amount_fen,
    f.company_name as supplier_name,
    f.credit_code as supplier_code,
    d.purchased_date,
    cast(null as varchar) as contract_code
from range(1, 20001) as r(n)
join units as u on u.place = case when n <= 60 then 7 else (n * 5) % (select count(*) from units) end
join firms as f on f.firm = case when n <= 60 then 77 else 1 + (n * 23) % 5900 end
cross join lateral (select working(day_of(n, 171, date '2024-01-02', date '2026-10-30')) as purchased_date) as d
cross join lateral (select case when n <= 60 then 4600000 + h(n, 172) % 400000 else fen_of(n, 173, 200, 300000) end as amount_fen) as a
order by n
