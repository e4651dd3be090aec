-- 合同: of every tender one, and 5,500 others. Planted: 24 works of 500–700 万元 without tender (9,001–9,024); 18 pairs
-- just below 400 万元 with one supplier within 30 days (9,101–9,136); 40 supplementary contracts over 10 % of their
-- main contract (n % 60 = 0 of those tendered); 16 signed more than 30 days after the award (n % 160 = 1); 20 quality
-- bonds of 5 % (n % 125 = 3).
with tendered as (
    select
        cast(substr(tender_code, 4) as bigint) as n,
        tender_code,
        project_code,
        tender_name as contract_name,
        buyer_name,
        buyer_code,
        winner_name as supplier_name,
        winner_code as supplier_code,
        '工程' as contract_kind,
        '公开招标' as procurement_method,
        award_fen as contract_fen,
        award_date,
        cast(award_date + cast(case when cast(substr(tender_code, 4) as bigint) % 160 = 1 then 45 else 12 end as integer) as date)
            as signed_date
    from tenders
),
others as (
    select
        n,
        cast(null as varchar) as tender_code,
        'XM-' || padded(n, 6) as project_code,
        pick(['办公用品', '物业服务', '软件开发', '零星修缮', '咨询服务'], n, 161) || '（' || n || '）' as contract_name,
        u.name as buyer_name,
        u.credit_code as buyer_code,
        f.company_name as supplier_name,
        f.credit_code as supplier_code,
        case when n between 9001 and 9136 then '工程' else pick(['货物', '服务'], n, 162) end as contract_kind,
        case when n between 9001 and 9136 then '直接委托' else pick(['询价', '竞争性磋商', '直接采购'], n, 163) end as procurement_method,
        case
            when n between 9001 and 9024 then 500000000 + h(n, 164) * 200
            when n between 9101 and 9136 then 385000000 + h(n, 165)
            else fen_of(n, 166, 5000, 900000)
        end as contract_fen,
        cast(null as date) as award_date,
        case
            when n between 9101 and 9136 then date '2025-04-01' + cast(3 * ((n - 9101) % 2) + 5 * ((n - 9101) // 2) as integer)
            else working(day_of(n, 167, date '2023-06-01', date '2026-10-31'))
        end as signed_date
    from range(5001, 10501) as r(n)
    join units as u on u.place = case when n between 9101 and 9136 then (n - 9101) // 2 else (n * 3) % least(120, (select count(*) from units)) end
    join firms as f on f.firm = case when n between 9101 and 9136 then 700 + (n - 9101) // 2 else 1 + (n * 29) % 5900 end
),
supplementary as (
    select n + 20000 as n, tender_code, project_code, contract_name || '补充合同' as contract_name, buyer_name, buyer_code,
        supplier_name, supplier_code, contract_kind, '补充合同' as procurement_method, contract_fen * 14 // 100 as contract_fen,
        cast(null as date) as award_date, signed_date + 120 as signed_date, 'HT-' || padded(n, 6) as main_contract_code
    from tendered where n % 60 = 0 and n <= 2400
)
select
    'HT-' || padded(n, 6) as contract_code,
    contract_name, project_code, contract_name as project_name, tender_code, buyer_name, buyer_code, supplier_name, supplier_code,
    contract_kind, procurement_method, contract_fen, award_date, signed_date,
    signed_date + 10 as start_date,
    signed_date + cast(between_of(n, 168, 60, 500) as integer) as end_date,
    main_contract_code,
    case when contract_kind = '工程' then contract_fen * case when n % 125 = 3 and n < 5000 then 5 else 3 end // 100 end as quality_bond_fen
from (
    select *, cast(null as varchar) as main_contract_code from tendered
    union all by name select *, cast(null as varchar) as main_contract_code from others
    union all by name select * from supplementary
)
order by n
