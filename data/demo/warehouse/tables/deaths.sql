-- 死亡登记.
select
    identity_number,
    person_name,
    sex,
    birth_date,
    death_date,
    death_date + cast(between_of(n, 31, 1, 5) as integer) as cremation_date,
    death_date + cast(between_of(n, 32, 10, 90) as integer) as cancelled_date,
    pick(['医院', '派出所', '殡仪馆'], n, 33) as death_source,
    '示范市演示路' || (n % 300) || '号' as address
from people
where death_date is not null
order by death_date, n
