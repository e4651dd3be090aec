/*
code = "M34D"
version = 1
title = { zh = "信息系统数据更新超期", en = "System updated late" }
risk = { zh = "数据不按周期更新，系统名存实亡，共享出去的数据误导别人。", en = "A system that is not kept up to date misleads whoever relies on its data." }
logic = { zh = "在用的政务信息系统，最近更新日期距统计日超过其更新周期加宽限天数。统计日取同一数据集中最近的更新日期。", en = "The last update of a system in use lies further back than its cycle and the days of grace. Counted to the latest update in the dataset." }
exclusions = { zh = "已停用的系统不算；更新周期写作“不定期”“按需”的无法判断。", en = "Retired systems are left out; a cycle such as “as needed” cannot be judged." }
severity = "low"
sector = "information_systems"
method = "limit"
key = ["system_code"]
summary = { zh = "更新周期{update_cycle}，最近更新{updated_date}，已超期{late_days}天", en = "Updated {update_cycle}, last on {updated_date}: {late_days} days late" }
entity = { kind = "record", id = "system_code", name = "system_name" }
parties = [{ kind = "unit", id = "unit_name" }]
group = "unit_name"
picture = { kind = "distribution", value = "late_days" }

[requires.information_systems]
columns = ["system_code", "unit_name", "update_cycle", "updated_date"]

[params.grace_days]
title = { zh = "宽限天数", en = "Days of grace" }
type = "whole"
default = 30
least = 0
most = 366
unit = { zh = "天", en = "days" }
basis = { zh = "登记和统计有先后，留出一个月；可按本地目录管理办法调整", en = "A month for registering and counting; by the local rules on catalogues" }

[[basis]]
law = "政务信息资源共享管理暂行办法（国发〔2016〕51号）"
article = "第十二条"
is_checked = false

[[skips]]
of = "information_systems"
where = "retired_date is null and (updated_date is null or update_cycle is null or not regexp_matches(update_cycle, '实时|日|天|周|月|季|半年|年'))"
why = { zh = "没有更新日期，或更新周期看不出长短", en = "No day of update, or a cycle of unknown length" }

[columns]
system_code = "information_systems.system_code"
system_name = "information_systems.system_name"
unit_name = "information_systems.unit_name"
update_cycle = "information_systems.update_cycle"
updated_date = "information_systems.updated_date"
late_days = { title = { zh = "超期天数", en = "Days late" }, type = "whole" }

[[evidence]]
of = "information_systems"
where = "system_code = $system_code"
marks = ["update_cycle", "updated_date"]
*/
with systems as (
    select
        *,
        max(updated_date) over () as counted_date,
        case
            when update_cycle like '%实时%' or update_cycle like '%日%' or update_cycle like '%天%' then 1
            when update_cycle like '%周%' then 7
            when update_cycle like '%半年%' then 183
            when update_cycle like '%月%' then 31
            when update_cycle like '%季%' then 92
            when update_cycle like '%年%' then 366
        end as cycle_days
    from information_systems
)
select
    system_code,
    system_name,
    unit_name,
    update_cycle,
    updated_date,
    date_diff('day', updated_date, counted_date) - cycle_days as late_days
from systems
where
    retired_date is null
    and date_diff('day', updated_date, counted_date) > cycle_days + $grace_days
/*
[[flagged]]
why = { zh = "每月更新，六十二天没有更新：三十一天加宽限三十天之后一天", en = "updated monthly, not for sixty-two days: a day beyond thirty-one and thirty days of grace" }
information_systems = [
    { system_code = "A", unit_name = "甲局", update_cycle = "每月", updated_date = 2026-08-14 },
    { system_code = "B", unit_name = "甲局", update_cycle = "每日", updated_date = 2026-10-15 },
]
rows = [{ system_code = "A", late_days = 31 }]

[[clean]]
why = { zh = "六十一天还在宽限之内；停用的不算", en = "sixty-one days are still within the grace; one out of use does not count" }
information_systems = [
    { system_code = "A", unit_name = "甲局", update_cycle = "每月", updated_date = 2026-08-15 },
    { system_code = "B", unit_name = "甲局", update_cycle = "每日", updated_date = 2026-10-15 },
    { system_code = "C", unit_name = "甲局", update_cycle = "每日", updated_date = 2020-01-01, retired_date = 2020-06-01 },
]

[[skipped]]
why = { zh = "不定期更新", en = "updated at no fixed times" }
information_systems = [{ system_code = "A", unit_name = "甲局", update_cycle = "不定期", updated_date = 2020-01-01 }]

[[skipped]]
why = { zh = "没有更新日期", en = "no day of the last update" }
information_systems = [{ system_code = "A", unit_name = "甲局", update_cycle = "每月" }]
*/
