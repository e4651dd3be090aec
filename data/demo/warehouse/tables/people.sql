-- The 60,000 people that all tables speak of, by number. Not a dataset of its own.
-- 1–12,000 work for public units, 12,001–15,000 are retired from them, the others live in 示范市.
-- 44,001–48,000 died in 2022–2026, the first 60 of them in the second half of 2025.
select
    n,
    birth_date,
    n % 2 as is_man,
    identity_of(birth_date, 100 + 2 * kin + n % 2) as identity_number,
    person_name_of(n) as person_name,
    case n % 2 when 1 then '男' else '女' end as sex,
    phone_of(n) as phone,
    account_of(n) as bank_account,
    '户' || padded(n // 3, 6) as household_code,
    case
        when n between 44001 and 44060 then date '2025-06-01' + cast(3 * (n - 44001) as integer)
        when n between 44061 and 48000 then day_of(n, 11, date '2022-01-01', date '2026-09-30')
    end as death_date
from (
    select
        n,
        case
            when n <= 12000 then date '1967-01-01' + cast((n * 617) % 12000 as integer)
            when n <= 15000 then date '1945-01-01' + cast((n * 617) % 6500 as integer)
            when n between 44001 and 48000 then date '1935-01-01' + cast((n * 617) % 7000 as integer)
            else date '1940-01-01' + cast((n * 617) % 25000 as integer)
        end as birth_date,
        -- Tells those apart who are born on one day: within a kin every birthday is met once.
        case
            when n <= 12000 then 0
            when n <= 15000 then 1
            when n between 44001 and 48000 then 2
            else 3 + n // 25000
        end as kin
    from range(1, 60001) as r(n)
)
