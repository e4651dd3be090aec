-- 人员. Planted: 40 numbers with a wrong check digit (every 1,500th person); 20 people (n % 3,000 = 700) are registered
-- with the other sex, 20 (n % 3,000 = 1,400) with another day of birth than their number says.
select
    case when n % 1500 = 0
        then left(identity_number, 17) || case right(identity_number, 1) when '0' then '1' else '0' end
        else identity_number
    end as identity_number,
    person_name,
    case when n % 3000 = 700 then case sex when '男' then '女' else '男' end else sex end as sex,
    case when n % 3000 = 1400 then birth_date + 1 else birth_date end as birth_date,
    u.name as unit_name,
    u.credit_code as unit_code,
    case when n <= 12000 then '在职' when n <= 15000 then '退休' else '居民' end as person_kind,
    case when n <= 4000 then '公务员' when n <= 12000 then '事业人员' end as post,
    case when death_date is not null then '死亡' else '正常' end as status,
    case when n <= 15000 then birth_date + 8400 end as joined_date,
    case when n between 12001 and 15000 then birth_date + 21915 end as left_date,
    g.region as region_name,
    g.region || '演示路' || (n % 300) || '号' as address,
    phone,
    household_code
from people
left join units as u on people.n <= 15000 and u.place = people.n % (select count(*) from units)
left join regions as g on g.place = people.n % (select count(*) from regions)
order by n
