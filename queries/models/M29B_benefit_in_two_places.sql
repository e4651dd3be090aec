/*
code = "M29B"
version = 1
title = { zh = "两地重复领取同一补助", en = "One benefit drawn in two places" }
risk = { zh = "人户分离或迁移未停发，一个人在两个地方领同一项补助。", en = "Whoever moved goes on drawing where he lived before." }
logic = { zh = "同一身份证号、同一补助项目、同一月份，由两个及以上乡镇街道发放。一人一项一条。", en = "One identity number is paid one scheme for one month by two townships or more. One row a person and scheme." }
severity = "high"
sector = "civil_affairs"
method = "duplicates"
key = ["identity_number", "scheme"]
summary = { zh = "{scheme}有{double_months}个月由{first_region}和{last_region}同时发放", en = "{scheme} paid by {first_region} and {last_region} at once for {double_months} months" }
entity = { kind = "person", id = "identity_number", name = "person_name" }
parties = [{ kind = "person", id = "identity_number", name = "person_name" }]
amount = "double_fen"
group = "scheme"
picture = { kind = "network", source = "first_region", target = "last_region", value = "double_fen" }

[requires.benefits]
columns = ["scheme", "identity_number", "period", "paid_fen", "region_name"]

[params.least_months]
title = { zh = "最少重复月数", en = "Fewest months" }
type = "whole"
default = 1
least = 1
most = 120
unit = { zh = "个月", en = "months" }
basis = { zh = "重复一个月即不应发放；迁移当月允许重叠的地方可设为2", en = "One month is too much; set 2 where the month of the move may overlap" }

[[basis]]
law = "社会救助暂行办法"
article = "第十三条"
is_checked = false

[[skips]]
of = "benefits"
where = "region_name is null"
why = { zh = "没有发放的乡镇街道", en = "No township" }

[columns]
identity_number = "benefits.identity_number"
person_name = "benefits.person_name"
scheme = "benefits.scheme"
first_region = { source = "benefits.region_name", title = { zh = "发放地一", en = "First place" } }
last_region = { source = "benefits.region_name", title = { zh = "发放地二", en = "Second place" } }
double_months = { title = { zh = "重复月数", en = "Months at once" }, type = "whole" }
double_fen = { title = { zh = "重复金额", en = "Drawn twice" }, type = "money" }

[[evidence]]
of = "benefits"
where = "identity_number = $identity_number and scheme = $scheme"
marks = ["period", "region_name", "paid_fen"]
*/
with months as (
    select
        identity_number,
        scheme,
        period,
        min(person_name) as person_name,
        min(region_name) as first_region,
        max(region_name) as last_region,
        sum(paid_fen) - max(paid_fen) as double_fen
    from benefits
    where region_name is not null and paid_fen > 0
    group by identity_number, scheme, period
    having count(distinct region_name) > 1
)
select
    identity_number,
    min(person_name) as person_name,
    scheme,
    min(first_region) as first_region,
    max(last_region) as last_region,
    count(*) as double_months,
    cast(sum(double_fen) as bigint) as double_fen
from months
group by identity_number, scheme
having count(*) >= $least_months
/*
[[flagged]]
why = { zh = "两个乡镇发放同一个月", en = "two townships pay one month" }
benefits = [
    { scheme = "低保", identity_number = "P", period = "2026-04", paid_fen = 60, region_name = "甲镇" },
    { scheme = "低保", identity_number = "P", period = "2026-04", paid_fen = 70, region_name = "乙镇" },
]
rows = [{ identity_number = "P", double_months = 1, double_fen = 60 }]

[[clean]]
why = { zh = "迁居：月份不同，乡镇不同", en = "he moved: another month, another township" }
benefits = [
    { scheme = "低保", identity_number = "P", period = "2026-04", paid_fen = 60, region_name = "甲镇" },
    { scheme = "低保", identity_number = "P", period = "2026-05", paid_fen = 70, region_name = "乙镇" },
]

[[clean]]
why = { zh = "允许重叠两个月时，一个月不列", en = "where two months may overlap, one is passed over" }
params = { least_months = 2 }
benefits = [
    { scheme = "低保", identity_number = "P", period = "2026-04", paid_fen = 60, region_name = "甲镇" },
    { scheme = "低保", identity_number = "P", period = "2026-04", paid_fen = 70, region_name = "乙镇" },
]

[[skipped]]
why = { zh = "没有写明发放单位", en = "nobody says who paid" }
benefits = [{ scheme = "低保", identity_number = "P", period = "2026-04", paid_fen = 60 }]
*/
