/*
code = "M28"
version = 1
title = { zh = "公租房承租人有房、有企业或多占", en = "Public rental with home, company or two flats" }
risk = { zh = "不符合保障条件的人占用公租房，真正困难的家庭轮候不到。", en = "Flats are held by those who do not qualify while others wait." }
logic = { zh = "在保的公租房对象，名下有住房，或是企业的股东、法定代表人，或同时承租两套及以上。一人一条。", en = "A present tenant of public rental housing owns a home, holds a part of a company, or rents two flats. One row a person." }
exclusions = { zh = "保障已结束的不算；只领租赁补贴没有房源编号的不计套数。", en = "Tenancies that have ended are left out; a rent subsidy without a flat is not counted as one." }
severity = "medium"
sector = "housing"
method = "matching"
key = ["identity_number"]
summary = { zh = "承租公租房{flat_count}套，名下住房{home_count}套、企业{company_count}家", en = "Rents {flat_count} flats; owns {home_count} homes, parts of {company_count} companies" }
entity = { kind = "person", id = "identity_number", name = "person_name" }
parties = [{ kind = "person", id = "identity_number", name = "person_name" }]
amount = "subsidy_fen"

[requires.public_housing]
columns = ["identity_number", "flat_code", "start_date"]

[requires.properties]
columns = ["property_code", "owner_number"]

[requires.shareholders]
columns = ["company_code", "holder_number"]

[params.least_homes]
title = { zh = "名下住房套数", en = "Homes owned" }
type = "whole"
default = 1
least = 1
most = 20
unit = { zh = "套", en = "homes" }
basis = { zh = "公共租赁住房管理办法：在本地无住房或住房面积低于规定标准；面积标准由当地规定", en = "The rules on public rental: no home in the place, or one below the size set locally" }

[params.least_flats]
title = { zh = "承租套数", en = "Flats rented" }
type = "whole"
default = 2
least = 2
most = 20
unit = { zh = "套", en = "flats" }
basis = { zh = "公共租赁住房管理办法：每个申请家庭只限承租一套", en = "The rules on public rental: one flat a household" }

[[basis]]
law = "公共租赁住房管理办法（住房和城乡建设部令第11号）"
article = "第七条、第三十一条"
is_checked = false

[columns]
identity_number = "public_housing.identity_number"
person_name = "public_housing.person_name"
flat_count = { title = { zh = "承租套数", en = "Flats rented" }, type = "whole" }
home_count = { title = { zh = "名下住房", en = "Homes owned" }, type = "whole" }
company_count = { title = { zh = "企业数", en = "Companies" }, type = "whole" }
subsidy_fen = { title = { zh = "租赁补贴（月）", en = "Monthly subsidy" }, type = "money" }

[[evidence]]
of = "public_housing"
where = "identity_number = $identity_number"
marks = ["flat_code", "start_date", "end_date"]

[[evidence]]
of = "properties"
where = "owner_number = $identity_number"
marks = ["property_code", "use", "registered_date"]

[[evidence]]
of = "shareholders"
where = "holder_number = $identity_number"
marks = ["company_code", "position"]
*/
with tenants as (
    select
        identity_number,
        min(person_name) as person_name,
        count(distinct flat_code) as flat_count,
        cast(coalesce(sum(subsidy_fen), 0) as bigint) as subsidy_fen
    from public_housing
    where end_date is null and coalesce(status, '') not like '%退%' and coalesce(status, '') not like '%终止%'
    group by identity_number
),

homes as (
    select owner_number, count(distinct property_code) as home_count
    from properties
    where cancelled_date is null and (use is null or use like '%住宅%' or use like '%住房%')
    group by owner_number
),

firms as (
    select holder_number, count(distinct company_code) as company_count
    from shareholders
    where end_date is null
    group by holder_number
)
select
    tenants.identity_number,
    tenants.person_name,
    tenants.flat_count,
    coalesce(homes.home_count, 0) as home_count,
    coalesce(firms.company_count, 0) as company_count,
    tenants.subsidy_fen
from tenants
left join homes on tenants.identity_number = homes.owner_number
left join firms on tenants.identity_number = firms.holder_number
where homes.home_count >= $least_homes or firms.company_count >= 1 or tenants.flat_count >= $least_flats
/*
[[flagged]]
why = { zh = "自己有住房", en = "a home of one's own" }
public_housing = [{ identity_number = "P", flat_code = "1", start_date = 2024-01-01 }]
properties = [{ property_code = "B", owner_number = "P", use = "成套住宅" }]
rows = [{ identity_number = "P", flat_count = 1, home_count = 1, company_count = 0 }]

[[flagged]]
why = { zh = "同时租住两套", en = "two flats at once" }
public_housing = [
    { identity_number = "P", flat_code = "1", start_date = 2024-01-01 },
    { identity_number = "P", flat_code = "2", start_date = 2025-01-01 },
]
rows = [{ identity_number = "P", flat_count = 2, home_count = 0 }]

[[flagged]]
why = { zh = "名下有企业", en = "a company" }
public_housing = [{ identity_number = "P", flat_code = "1", start_date = 2024-01-01 }]
shareholders = [{ company_code = "C", holder_number = "P" }]
rows = [{ identity_number = "P", company_count = 1 }]

[[clean]]
why = { zh = "前一套已退、住房已卖、股份已转让", en = "the first flat was given back, the home sold, the share passed on" }
public_housing = [
    { identity_number = "P", flat_code = "1", start_date = 2024-01-01, end_date = 2024-12-31 },
    { identity_number = "P", flat_code = "2", start_date = 2025-01-01 },
]
properties = [{ property_code = "B", owner_number = "P", use = "住宅", cancelled_date = 2023-05-01 }]
shareholders = [{ company_code = "C", holder_number = "P", end_date = 2023-05-01 }]

[[clean]]
why = { zh = "商铺不是住房", en = "a shop is no home" }
public_housing = [{ identity_number = "P", flat_code = "1", start_date = 2024-01-01 }]
properties = [{ property_code = "B", owner_number = "P", use = "商业服务" }]
*/
