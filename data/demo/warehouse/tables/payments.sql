-- 国库支付: 220,000 and the planted ones. Planted: 45 payments stand twice within 30 days (payee, amount, invoice);
-- the unit in place 5 pays most of its year 2025 in December; 12 payments fall on a Sunday.
with usual as (
    select
        n,
        (n * 7) % (select count(*) from units) as unit_place,
        1 + (n * 41) % 5900 as firm,
        fen_of(n, 181, 100, 100000) as paid_fen,
        case when n <= 12 then date '2025-03-02' + cast(7 * n as integer) else working(day_of(n, 182, date '2024-01-02', date '2026-10-30')) end
            as paid_date,
        'FP' || padded(n, 8) as invoice_code
    from range(1, 220001) as r(n)
),
again as (
    select 300000 + n as n, unit_place, firm, paid_fen, working(paid_date + 9) as paid_date, invoice_code
    from usual where n between 1001 and 1045
),
rush as (
    select 310000 + i as n, 5 as unit_place, 1 + (i * 41) % 5900 as firm, 1800000 as paid_fen,
        working(date '2025-12-01' + cast(i % 29 as integer)) as paid_date, 'FQ' || padded(i, 8) as invoice_code
    from range(1, 201) as r(i)
)
select
    'ZF' || padded(t.n, 8) as payment_code,
    u.credit_code as payer_code,
    u.name as payer_name,
    account_of(900000 + u.place) as payer_account,
    f.company_name as payee_name,
    f.credit_code as payee_code,
    account_of(800000 + f.firm) as payee_account,
    '示范银行' || pick(['澄砚', '霁川', '栖棠'], f.firm, 183) || '支行' as payee_bank,
    t.paid_fen,
    t.paid_date,
    pick(['货款', '工程款', '服务费', '维修费', '印刷费'], t.n, 184) as purpose,
    pick(['2010301', '2050299', '2120399'], t.n, 185) as function_code,
    pick(['行政运行', '其他普通教育支出', '其他城乡社区公共设施支出'], t.n, 185) as function_name,
    pick(['30201', '30213', '30227'], t.n, 186) as economic_code,
    pick(['办公费', '维修费', '委托业务费'], t.n, 186) as economic_name,
    cast(null as varchar) as budget_item_code,
    cast(null as varchar) as contract_code,
    t.invoice_code,
    pick(['直接支付', '授权支付'], t.n, 187) as payment_method
from (select * from usual union all select * from again union all select * from rush) as t
join units as u on u.place = t.unit_place
join firms as f on f.firm = t.firm
order by t.n
