/*
code = "M27"
version = 1
title = { zh = "低保对象有车有房有企业", en = "Low-income aid with assets" }
risk = { zh = "家庭财产超过认定标准仍领取低保，应保的人反而保不上。", en = "Aid goes to those who own more than the rules allow, and those in need go without." }
logic = { zh = "领取低保或特困供养的人，在领取期间名下有机动车、达到规定套数的住房，或是企业的股东、法定代表人。一人一条，列出各项数量。", en = "Whoever draws minimum living allowance or destitute support and meanwhile owns a car, the given number of homes, or a part of a company. One row a person, with the number of each." }
exclusions = { zh = "摩托车、三轮车、残疾人代步车和已注销、报废的车辆不算；已注销的不动产和已退出的持股不算。同户家庭成员的财产另行比对；工资、养老金见M27B。", en = "Motorcycles, three-wheelers, wheelchairs and scrapped cars, cancelled titles and ended holdings are not counted. What other members of the household own is to be compared apart; wages and pensions: M27B." }
severity = "high"
sector = "civil_affairs"
method = "matching"
key = ["identity_number"]
summary = { zh = "领取低保{paid_months}个月，名下有车{car_count}辆、住房{home_count}套、企业{company_count}家", en = "{paid_months} months of aid; owns {car_count} cars, {home_count} homes, parts of {company_count} companies" }
entity = { kind = "person", id = "identity_number", name = "person_name" }
parties = [{ kind = "person", id = "identity_number", name = "person_name" }]
amount = "aid_fen"
group = "region_name"
picture = { kind = "bars", label = "region_name", value = "aid_fen" }

[requires.benefits]
columns = ["scheme", "identity_number", "period", "paid_fen"]

[requires.vehicles]
columns = ["plate_number", "owner_number"]

[requires.properties]
columns = ["property_code", "owner_number"]

[requires.shareholders]
columns = ["company_code", "holder_number", "position"]

[params.least_homes]
title = { zh = "住房套数", en = "Number of homes" }
type = "whole"
default = 2
least = 1
most = 20
unit = { zh = "套", en = "homes" }
basis = { zh = "各地低保认定办法一般以两套及以上住房为超标，以当地规定为准", en = "Local rules usually draw the line at two homes; the local one decides" }

[params.least_cars]
title = { zh = "机动车辆数", en = "Number of cars" }
type = "whole"
default = 1
least = 1
most = 20
unit = { zh = "辆", en = "cars" }
basis = { zh = "各地低保认定办法一般不允许拥有机动车辆", en = "Local rules usually allow no car" }

[[basis]]
law = "社会救助暂行办法"
article = "第九条"
says = { zh = "共同生活的家庭成员人均收入低于当地最低生活保障标准，且符合当地家庭财产状况规定的，给予最低生活保障。", en = "The minimum living allowance is for households below the income line that meet the local rules on property." }
is_checked = false

[[skips]]
of = "benefits"
where = "(scheme like '%低保%' or scheme like '%最低生活保障%' or scheme like '%特困%') and not coalesce(regexp_matches(period, '^[0-9]{4}-?[0-9]{2}'), false)"
why = { zh = "发放月份不是年月", en = "The period is not a year and a month" }

[columns]
identity_number = "benefits.identity_number"
person_name = "benefits.person_name"
region_name = "benefits.region_name"
last_month = { title = { zh = "最近领取月份", en = "Last month of aid" }, type = "text" }
paid_months = { title = { zh = "领取月数", en = "Months of aid" }, type = "whole" }
aid_fen = { title = { zh = "领取金额", en = "Aid drawn" }, type = "money" }
car_count = { title = { zh = "机动车数", en = "Cars" }, type = "whole" }
home_count = { title = { zh = "住房套数", en = "Homes" }, type = "whole" }
company_count = { title = { zh = "企业数", en = "Companies" }, type = "whole" }

[[evidence]]
of = "benefits"
where = "identity_number = $identity_number"
marks = ["scheme", "period", "paid_fen"]

[[evidence]]
of = "vehicles"
where = "owner_number = $identity_number"
marks = ["plate_number", "vehicle_kind", "registered_date"]

[[evidence]]
of = "properties"
where = "owner_number = $identity_number"
marks = ["property_code", "use", "registered_date"]

[[evidence]]
of = "shareholders"
where = "holder_number = $identity_number"
marks = ["company_code", "position"]
*/
with aided as (
    select
        identity_number,
        min(person_name) as person_name,
        min(region_name) as region_name,
        max(substr(replace(period, '-', ''), 1, 6)) as last_paid,
        count(distinct substr(replace(period, '-', ''), 1, 6)) as paid_months,
        cast(sum(paid_fen) as bigint) as aid_fen
    from benefits
    where
        (scheme like '%低保%' or scheme like '%最低生活保障%' or scheme like '%特困%')
        and regexp_matches(period, '^[0-9]{4}-?[0-9]{2}')
    group by identity_number
),

-- What was acquired after the last month of aid is not held against it.
cars as (
    select aided.identity_number, count(distinct vehicles.plate_number) as car_count
    from aided
    inner join vehicles on aided.identity_number = vehicles.owner_number
    where
        coalesce(vehicles.status, '') not like '%注销%'
        and coalesce(vehicles.status, '') not like '%报废%'
        and coalesce(vehicles.vehicle_kind, '') not like '%摩托%'
        and coalesce(vehicles.vehicle_kind, '') not like '%三轮%'
        and coalesce(vehicles.vehicle_kind, '') not like '%残疾%'
        and coalesce(
            year(coalesce(vehicles.acquired_date, vehicles.registered_date)) * 100
            + month(coalesce(vehicles.acquired_date, vehicles.registered_date)),
            0
        ) <= cast(aided.last_paid as bigint)
    group by aided.identity_number
),

homes as (
    select aided.identity_number, count(distinct properties.property_code) as home_count
    from aided
    inner join properties on aided.identity_number = properties.owner_number
    where
        properties.cancelled_date is null
        and (properties.use is null or properties.use like '%住宅%' or properties.use like '%住房%')
        and coalesce(year(properties.registered_date) * 100 + month(properties.registered_date), 0)
        <= cast(aided.last_paid as bigint)
    group by aided.identity_number
),

firms as (
    select aided.identity_number, count(distinct shareholders.company_code) as company_count
    from aided
    inner join shareholders on aided.identity_number = shareholders.holder_number
    where
        shareholders.end_date is null
        and coalesce(year(shareholders.start_date) * 100 + month(shareholders.start_date), 0)
        <= cast(aided.last_paid as bigint)
    group by aided.identity_number
)
select
    aided.identity_number,
    aided.person_name,
    aided.region_name,
    substr(aided.last_paid, 1, 4) || '-' || substr(aided.last_paid, 5, 2) as last_month,
    aided.paid_months,
    aided.aid_fen,
    coalesce(cars.car_count, 0) as car_count,
    coalesce(homes.home_count, 0) as home_count,
    coalesce(firms.company_count, 0) as company_count
from aided
left join cars on aided.identity_number = cars.identity_number
left join homes on aided.identity_number = homes.identity_number
left join firms on aided.identity_number = firms.identity_number
where
    coalesce(cars.car_count, 0) >= $least_cars
    or coalesce(homes.home_count, 0) >= $least_homes
    or coalesce(firms.company_count, 0) >= 1
/*
[[flagged]]
why = { zh = "一辆汽车", en = "a car" }
benefits = [{ scheme = "城市低保", identity_number = "P", period = "2026-04", paid_fen = 100 }]
vehicles = [{ plate_number = "示A1", owner_number = "P" }]
rows = [{ identity_number = "P", car_count = 1, home_count = 0, company_count = 0, aid_fen = 100 }]

[[flagged]]
why = { zh = "两套房和企业股份是一条疑点", en = "two homes and a share of a company are one suspect" }
benefits = [
    { scheme = "最低生活保障", identity_number = "P", period = "2026-04", paid_fen = 100 },
    { scheme = "最低生活保障", identity_number = "P", period = "2026-05", paid_fen = 100 },
]
properties = [{ property_code = "1", owner_number = "P", use = "住宅" }, { property_code = "2", owner_number = "P", use = "住宅" }]
shareholders = [{ company_code = "C", holder_number = "P", position = "股东" }]
rows = [{ identity_number = "P", car_count = 0, home_count = 2, company_count = 1, paid_months = 2 }]

[[clean]]
why = { zh = "自住的唯一一套房", en = "the one home one lives in" }
benefits = [{ scheme = "城市低保", identity_number = "P", period = "2026-04", paid_fen = 100 }]
properties = [{ property_code = "1", owner_number = "P", use = "住宅" }]

[[clean]]
why = { zh = "报废的汽车、摩托车、停领救助后购买的汽车", en = "a scrapped car, a motorcycle, and a car bought after the aid ended" }
benefits = [{ scheme = "城市低保", identity_number = "P", period = "2026-04", paid_fen = 100 }]
vehicles = [
    { plate_number = "示A1", owner_number = "P", status = "报废" },
    { plate_number = "示A2", owner_number = "P", vehicle_kind = "普通二轮摩托车" },
    { plate_number = "示A3", owner_number = "P", registered_date = 2026-05-01 },
]

[[clean]]
why = { zh = "高龄津贴不看家产", en = "an allowance for old age asks for no means" }
benefits = [{ scheme = "高龄津贴", identity_number = "P", period = "2026-04", paid_fen = 100 }]
vehicles = [{ plate_number = "示A1", owner_number = "P" }]

[[skipped]]
why = { zh = "不知道是哪个月的救助", en = "aid of no known month" }
benefits = [{ scheme = "城市低保", identity_number = "P", period = "春节", paid_fen = 100 }]
vehicles = [{ plate_number = "示A1", owner_number = "P" }]
*/
