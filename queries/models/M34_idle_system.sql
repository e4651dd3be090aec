/*
code = "M34"
version = 1
title = { zh = "信息系统闲置或低效使用", en = "System idle or hardly used" }
risk = { zh = "花钱建的系统没人用，建设和运维资金浪费。", en = "Money goes into building and keeping a system that nobody uses." }
logic = { zh = "在用的政务信息系统近90天没有登录，或月活跃用户占授权用户的比例低于规定。", en = "A system in use had no login in 90 days, or its monthly active users are fewer than the given share of the authorised ones." }
exclusions = { zh = "已停用的系统不算。", en = "Retired systems are left out." }
severity = "medium"
sector = "information_systems"
method = "limit"
key = ["system_code"]
summary = { zh = "近90天登录{logins_90_days}次，授权用户{authorised_users}人，月活跃{monthly_active_users}人", en = "{logins_90_days} logins in 90 days; {monthly_active_users} active of {authorised_users} authorised users" }
entity = { kind = "record", id = "system_code", name = "system_name" }
parties = [{ kind = "unit", id = "unit_name" }]
amount = "spent_fen"
group = "unit_name"
picture = { kind = "bars", label = "unit_name", value = "spent_fen" }

[requires.information_systems]
columns = ["system_code", "unit_name", "logins_90_days"]

[params.least_logins]
title = { zh = "近90天最少登录次数", en = "Fewest logins in 90 days" }
type = "whole"
default = 1
least = 1
most = 100000
unit = { zh = "次", en = "logins" }
basis = { zh = "90天没有一次登录即为闲置；可按系统用途调高", en = "Without a single login in 90 days a system is idle; set higher by its purpose" }

[params.least_share]
title = { zh = "月活跃用户最低占比", en = "Least share of active users" }
type = "rate"
default = 0
least = 0
most = 1
basis = { zh = "默认不按活跃占比判断；各地考核常用10%", en = "Not used unless set; local assessments often take 10%" }

[[basis]]
law = "政务信息资源共享管理暂行办法（国发〔2016〕51号）"
article = ""
is_checked = false

[[skips]]
of = "information_systems"
where = "retired_date is null and logins_90_days is null"
why = { zh = "没有登录次数", en = "No count of logins" }

[columns]
system_code = "information_systems.system_code"
system_name = "information_systems.system_name"
unit_name = "information_systems.unit_name"
online_date = "information_systems.online_date"
logins_90_days = "information_systems.logins_90_days"
authorised_users = "information_systems.authorised_users"
monthly_active_users = "information_systems.monthly_active_users"
spent_fen = { title = { zh = "建设投资和年运维", en = "Investment and a year's maintenance" }, type = "money" }

[[evidence]]
of = "information_systems"
where = "system_code = $system_code"
marks = ["logins_90_days", "monthly_active_users", "authorised_users"]
*/
select
    system_code,
    system_name,
    unit_name,
    online_date,
    logins_90_days,
    authorised_users,
    monthly_active_users,
    coalesce(build_fen, 0) + coalesce(maintenance_fen, 0) as spent_fen
from information_systems
where
    retired_date is null
    and (logins_90_days < $least_logins or monthly_active_users < authorised_users * $least_share)
/*
[[flagged]]
why = { zh = "90天没有人登录", en = "nobody logged in for 90 days" }
information_systems = [{ system_code = "1", unit_name = "U", logins_90_days = 0, build_fen = 100, maintenance_fen = 10 }]
rows = [{ system_code = "1", spent_fen = 110 }]

[[flagged]]
why = { zh = "至少要有十分之一时，一百个用户中五个太少", en = "with a tenth as the least, five of a hundred users are too few" }
params = { least_share = "10%" }
information_systems = [{ system_code = "1", unit_name = "U", logins_90_days = 40, authorised_users = 100, monthly_active_users = 5 }]
rows = [{ system_code = "1" }]

[[clean]]
why = { zh = "在使用，另一个已停用", en = "it is used, the other one is retired" }
information_systems = [
    { system_code = "1", unit_name = "U", logins_90_days = 40, authorised_users = 100, monthly_active_users = 5 },
    { system_code = "2", unit_name = "U", logins_90_days = 0, retired_date = 2025-01-01 },
]

[[skipped]]
why = { zh = "清单没有写明", en = "the inventory does not say" }
information_systems = [{ system_code = "1", unit_name = "U" }]
*/
