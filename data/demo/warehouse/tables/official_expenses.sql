-- 三公经费明细: 3,000 of 60 units. Planted: at 20 receptions (n % 150 = 1) ten hosts sit at table; 15 (n % 200 = 2) are paid
-- in cash; 12 (n % 250 = 3) cost 400 元 a head; 10 meetings (n % 300 = 7) cost 900 元 a head and day; 10 purchases of
-- cars (n % 300 = 29) cost 220,000 元 a car.
with kinds as (
    select
        n,
        case when n % 100 = 29 then '公务用车购置' when n % 10 in (7, 8) then '会议' else '公务接待' end as expense_kind,
        4 + h(n, 251) % 15 as company_size,
        20 + h(n, 252) % 120 as hall_size
    from range(1, 3001) as r(n)
),

seated as (
    select
        *,
        case
            when n % 150 = 1 then 10
            when company_size <= 10 then 1 + h(n, 253) % 3
            else company_size // 3
        end as hosts
    from kinds
)

select
    'SG' || padded(n, 6) as expense_code,
    u.name as unit_name,
    expense_kind,
    day_of(n, 254, date '2024-01-02', date '2026-10-30') as expense_date,
    case expense_kind
        when '公务接待' then pick(['调研座谈', '工作检查', '考察学习'], n, 255)
        when '会议' then pick(['年度工作会议', '业务部署会', '评审会'], n, 255)
        else '更新公务用车'
    end as subject,
    case when expense_kind = '公务接待' then company_size end as guests,
    case when expense_kind = '公务接待' then hosts end as escorts,
    case when expense_kind = '会议' then hall_size end as attendants,
    case when expense_kind = '会议' then cast(1 as decimal(18, 4)) end as days,
    case when expense_kind = '会议' then '三类' end as grade,
    case when expense_kind = '公务用车购置' then 1 end as quantity,
    case expense_kind
        when '公务接待' then (company_size + hosts) * case when n % 250 = 3 then 40000 else 6000 + h(n, 256) % 5000 end
        when '会议' then hall_size * case when n % 300 = 7 then 90000 else 25000 + h(n, 257) % 25000 end
        else case when n % 300 = 29 then 22000000 else 12000000 + h(n, 258) % 5000000 end
    end as amount_fen,
    case when n % 200 = 2 then '现金' when expense_kind = '公务用车购置' then '转账' else pick(['公务卡', '转账'], n, 259) end
        as payment_way,
    pick(['机关食堂', '定点饭店', '内部会议室'], n, 260) as place,
    true as has_invitation,
    cast(null as varchar) as voucher_code
from seated
join units as u on u.place = n % 60
order by n
