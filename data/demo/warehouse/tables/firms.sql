-- The 6,000 companies that all tables speak of, by number, each with a name of its own. Not a dataset of its own.
select
    n as firm,
    credit_of('91', 50000000 + n) as credit_code,
    '示范市' || stem(n) || branch(n) || given(n)
        || ['建设','贸易','科技','物业','咨询','园林','医药','物流'][1 + (n + n // 1800) % 8] || '有限公司' as company_name,
    48001 + (n * 7) % 11000 as owner,
    day_of(n, 21, date '2005-01-01', date '2025-12-31') as founded_date
from range(1, 6001) as r(n)
