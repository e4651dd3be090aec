-- 企业登记: 6,000. Planted: 12 companies (n % 500 = 0) carry a wrong check character.
select
    case when f.firm % 500 = 0
        then left(credit_code, 17) || case right(credit_code, 1) when 'A' then 'B' else 'A' end
        else credit_code
    end as credit_code,
    company_name,
    p.person_name as legal_representative,
    p.identity_number as representative_number,
    '有限责任公司' as company_kind,
    pick(['建筑业', '批发零售', '信息技术', '物业管理', '商务服务'], f.firm, 91) as industry,
    fen_of(f.firm, 92, 100000, 50000000) as registered_capital_fen,
    founded_date,
    case when f.firm % 40 = 0 then founded_date + 1500 end as cancelled_date,
    case when f.firm % 40 = 0 then '注销' else '存续' end as status,
    '示范市演示路' || (f.firm % 700) || '号' as address,
    p.phone,
    '演示业务' as business_scope
from firms as f
join people as p on p.n = f.owner
order by f.firm
