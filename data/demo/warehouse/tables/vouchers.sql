-- 会计凭证: 130,000 vouchers of 20 units in two lines each, in balance. Planted: 9 vouchers (n % 14,000 = 0) are
-- missing from the numbering; 33 entries of hospitality (n % 4,000 = 1) of 4,990 元; 12 receipts (60,002–60,013) are
-- those of the voucher 20 before, booked again.
with numbered as (
    select
        n,
        n % 20 as unit_place,
        case when n between 60002 and 60013 then n - 20 else n end as receipt,
        case
            when n % 4000 = 1 then 499000
            when n between 60002 and 60013 then fen_of(n - 20, 191, 80, 400000)
            else fen_of(n, 191, 80, 400000)
        end as amount_fen,
        working(date '2024-01-02' + cast(n * 1020 // 130000 as integer)) as voucher_date
    from range(1, 130001) as r(n)
    where n % 14000 <> 0
)
select
    u.name as unit_name,
    u.credit_code as unit_code,
    year(v.voucher_date) as fiscal_year,
    month(v.voucher_date) as period,
    '记-' || padded(v.n // 20 + 1, 6) as voucher_code,
    e.entry as entry_number,
    v.voucher_date,
    case when v.n % 4000 = 1 then '公务接待' else pick(['支付办公费', '支付维修费', '支付印刷费', '支付差旅费'], v.n, 192) end as summary,
    case e.entry when 1 then '50010201' else '10020101' end as account_code,
    case e.entry when 1 then '业务活动费用' else '零余额账户用款额度' end as account_name,
    case e.entry when 1 then v.amount_fen else 0 end as debit_fen,
    case e.entry when 2 then v.amount_fen else 0 end as credit_fen,
    f.company_name as counterpart_name,
    account_of(800000 + f.firm) as counterpart_account,
    'PZ' || padded(v.receipt, 8) as invoice_code,
    1 + v.n % 5 as attachment_count,
    person_name_of(1 + u.place) as prepared_by,
    person_name_of(31 + u.place) as reviewed_by,
    person_name_of(61 + u.place) as posted_by
from numbered as v
join units as u on u.place = v.unit_place
join firms as f on f.firm = 1 + (v.receipt * 43) % 5900
cross join (values (1), (2)) as e(entry)
order by v.n, e.entry
