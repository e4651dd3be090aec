/*
code = "M29"
version = 1
title = { zh = "同时享受互斥补助", en = "Mutually exclusive benefits at once" }
risk = { zh = "一个人在同一个月领取政策规定只能享受一项的补助。", en = "One person draws in one month what the rules grant only instead of each other." }
logic = { zh = "低保、特困供养、孤儿（事实无人抚养儿童）基本生活费三类中，同一身份证号同一月份领取了两类及以上。一人一条，列出重复月数，金额取每月较低的一类。", en = "Of minimum living allowance, destitute support and orphans' allowance, one identity number draws two kinds in one month. One row a person with the months; the amount takes the lower kind of each month." }
exclusions = { zh = "可以叠加的津贴（高龄、残疾人两项补贴、临时救助）不在比对之列。", en = "Benefits that may be added up (old age, disability, one-off aid) are not compared." }
severity = "high"
sector = "civil_affairs"
method = "duplicates"
key = ["identity_number"]
summary = { zh = "从{first_month}到{last_month}有{double_months}个月同时领取{schemes}", en = "{double_months} months from {first_month} to {last_month} with {schemes} at once" }
entity = { kind = "person", id = "identity_number", name = "person_name" }
parties = [{ kind = "person", id = "identity_number", name = "person_name" }]
amount = "double_fen"
group = "region_name"
picture = { kind = "bars", label = "region_name", value = "double_fen" }

[requires.benefits]
columns = ["scheme", "identity_number", "period", "paid_fen"]

[params.least_months]
title = { zh = "最少重复月数", en = "Fewest months" }
type = "whole"
default = 1
least = 1
most = 120
unit = { zh = "个月", en = "months" }
basis = { zh = "重复一个月即不应发放；转换当月允许重叠的地方可设为2", en = "One month is too much; set 2 where the month of the change may overlap" }

[[basis]]
law = "特困人员认定办法"
article = "第九条"
says = { zh = "特困人员不再适用最低生活保障政策；已享受孤儿基本生活保障的不再认定为特困人员。", en = "The destitute are not granted the minimum living allowance; orphans with their own allowance are not taken in." }
is_checked = false

[columns]
identity_number = "benefits.identity_number"
person_name = "benefits.person_name"
region_name = "benefits.region_name"
schemes = { title = { zh = "同时领取的项目", en = "Schemes drawn at once" }, type = "text", words = { "低保" = "minimum living allowance", "特困供养" = "destitute support", "孤儿基本生活费" = "orphans' allowance" } }
first_month = { title = { zh = "重复起始月", en = "First month" }, type = "text" }
last_month = { title = { zh = "重复截止月", en = "Last month" }, type = "text" }
double_months = { title = { zh = "重复月数", en = "Months at once" }, type = "whole" }
double_fen = { title = { zh = "重复金额", en = "Drawn twice" }, type = "money" }

[[evidence]]
of = "benefits"
where = "identity_number = $identity_number and (scheme like '%低保%' or scheme like '%最低生活保障%' or scheme like '%特困%' or scheme like '%孤儿%' or scheme like '%事实无人抚养%')"
marks = ["scheme", "period", "paid_fen"]
*/
with classed as (
    select
        identity_number,
        period,
        case
            when scheme like '%低保%' or scheme like '%最低生活保障%' then '低保'
            when scheme like '%特困%' then '特困供养'
            when scheme like '%孤儿%' or scheme like '%事实无人抚养%' then '孤儿基本生活费'
        end as kind,
        sum(paid_fen) as kind_fen,
        min(person_name) as person_name,
        min(region_name) as region_name
    from benefits
    where paid_fen > 0
    group by 1, 2, 3
),

doubled as (
    select
        identity_number,
        period,
        min(person_name) as person_name,
        min(region_name) as region_name,
        min(kind) as first_kind,
        max(kind) as last_kind,
        min(kind_fen) as least_fen
    from classed
    where kind is not null
    group by identity_number, period
    having count(*) > 1
)
select
    identity_number,
    min(person_name) as person_name,
    min(region_name) as region_name,
    min(first_kind) || '、' || max(last_kind) as schemes,
    min(period) as first_month,
    max(period) as last_month,
    count(*) as double_months,
    cast(sum(least_fen) as bigint) as double_fen
from doubled
group by identity_number
having count(*) >= $least_months
/*
[[flagged]]
why = { zh = "同一个月领低保又领特困供养", en = "minimum allowance and destitute support in one month" }
benefits = [
    { scheme = "农村低保", identity_number = "P", period = "2026-04", paid_fen = 60 },
    { scheme = "特困供养", identity_number = "P", period = "2026-04", paid_fen = 90 },
    { scheme = "特困供养", identity_number = "P", period = "2026-05", paid_fen = 90 },
]
rows = [{ identity_number = "P", double_months = 1, double_fen = 60, schemes = "低保、特困供养" }]

[[clean]]
why = { zh = "先后领取", en = "one after the other" }
benefits = [
    { scheme = "农村低保", identity_number = "P", period = "2026-04", paid_fen = 60 },
    { scheme = "特困供养", identity_number = "P", period = "2026-05", paid_fen = 90 },
]

[[clean]]
why = { zh = "高龄津贴可以同时领取", en = "old-age allowance may be drawn beside" }
benefits = [
    { scheme = "农村低保", identity_number = "P", period = "2026-04", paid_fen = 60 },
    { scheme = "高龄津贴", identity_number = "P", period = "2026-04", paid_fen = 90 },
]
*/
