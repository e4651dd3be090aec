-- Every person who had signed a secrecy undertaking by each day asked for: the one of all that ends last, and how
-- it stood on that day. Thirty days before its end it is to be renewed (data/data_room/undertakings.py).
with signed as (
    select
        a.as_of_date,
        u.*,
        least(u.valid_until, case when u.withdrawn_date <= a.as_of_date then u.withdrawn_date - 1 end) as last_date
    from undertaking as u
    join as_of as a on u.signed_date <= a.as_of_date
),
newest as (
    select
        *,
        row_number() over (
            partition by as_of_date, user_name order by last_date desc, signed_date desc, undertaking_id desc
        ) as place
    from signed
)
select
    n.as_of_date,
    n.undertaking_id,
    called(c.display_name, n.user_name) as signatory,
    n.document as undertaking_document,
    n.signed_date,
    n.last_date as undertaking_until,
    case when n.last_date >= n.as_of_date then n.last_date - n.as_of_date end as undertaking_days_left,
    case
        when n.last_date between n.as_of_date and n.as_of_date + 30 then 'expiring'
        when n.last_date > n.as_of_date then 'valid'
        when n.withdrawn_date <= n.as_of_date then 'withdrawn'
        else 'expired'
    end as undertaking_state,
    c.region_code,
    g.region,
    c.section_code,
    s.name as section
from newest as n
left join account as c on c.user_name = n.user_name
left join region_name as g on g.region_code = c.region_code
left join section as s on s.section_code = c.section_code
where n.place = 1
