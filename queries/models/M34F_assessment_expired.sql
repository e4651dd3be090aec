/*
code = "M34F"
version = 1
title = { zh = "等保测评过期或没有备份", en = "Assessment out of date or no backup" }
risk = { zh = "系统带着未发现的漏洞运行，或者出了事故无法恢复。", en = "A system runs with gaps that nobody looked for, or cannot be restored after an accident." }
logic = { zh = "在用的二级以上政务信息系统，最近一次等保测评距统计日已超过有效期：四级半年、三级一年、二级按参数；或者说明没有容灾备份。统计日取同一数据集中最近的更新或测评日期。", en = "A system in use of level 2 and above was last assessed longer ago than its level allows: half a year for level 4, a year for level 3, level 2 as set; or it is said not to be backed up. Counted to the latest update or assessment in the dataset." }
exclusions = { zh = "已停用的、一级和未定级的系统不算；期满当日不算过期。", en = "Retired systems, level 1 and what is not graded are left out; the last day still holds." }
severity = "high"
sector = "information_systems"
method = "limit"
key = ["system_code"]
summary = { zh = "{unit_name}的{system_name}（{protection_level}）：{fault}", en = "{system_name} of {unit_name} ({protection_level}): {fault}" }
entity = { kind = "record", id = "system_code", name = "system_name" }
parties = [{ kind = "unit", id = "unit_name" }]
amount = "build_fen"
group = "fault"
picture = { kind = "bars", label = "unit_name", value = "build_fen" }

[requires.information_systems]
columns = ["system_code", "unit_name", "protection_level", "assessed_date"]

[params.second_level_months]
title = { zh = "二级系统测评有效月数", en = "Months that an assessment of level 2 holds" }
type = "whole"
default = 24
least = 6
most = 60
unit = { zh = "个月", en = "months" }
basis = { zh = "三级每年、四级每半年测评为规定；二级一般两年一次", en = "Yearly for level 3 and half-yearly for level 4 are prescribed; level 2 is usually assessed every two years" }

[params.asked]
title = { zh = "是否要求备份", en = "Backups" }
type = "choice"
default = "assessment"
choices = { assessment = { zh = "只查测评", en = "Assessments only" }, both = { zh = "测评和备份", en = "Assessments and backups" } }
basis = { zh = "默认只查测评；备份要求按本地规定", en = "Assessments only unless set; backups by the local rules" }

[[basis]]
law = "信息安全等级保护管理办法（公通字〔2007〕43号）"
article = "第十四条"
is_checked = false

[[skips]]
of = "information_systems"
where = "retired_date is null and protection_level is null"
why = { zh = "没有等保级别", en = "No protection level" }

[[skips]]
of = "information_systems"
where = "retired_date is null and regexp_matches(protection_level, '[二三四234]') and assessed_date is null"
why = { zh = "没有测评日期", en = "No day of assessment" }

[columns]
system_code = "information_systems.system_code"
system_name = "information_systems.system_name"
unit_name = "information_systems.unit_name"
protection_level = "information_systems.protection_level"
assessed_date = "information_systems.assessed_date"
has_backup = "information_systems.has_backup"
fault = { title = { zh = "情形", en = "What is wrong" }, type = "text", words = { "测评过期" = "assessment expired", "没有容灾备份" = "not backed up" } }
build_fen = "information_systems.build_fen"

[[evidence]]
of = "information_systems"
where = "system_code = $system_code"
marks = ["protection_level", "assessed_date", "has_backup"]
*/
with counted as (
    select
        *,
        greatest(max(updated_date) over (), max(assessed_date) over ()) as counted_date,
        case
            when regexp_matches(protection_level, '[四4]') then 6
            when regexp_matches(protection_level, '[三3]') then 12
            when regexp_matches(protection_level, '[二2]') then $second_level_months
        end as months
    from information_systems
),

judged as (
    select
        *,
        case
            when assessed_date + months * interval 1 month < counted_date then '测评过期'
            when $asked = 'both' and has_backup = false then '没有容灾备份'
        end as fault
    from counted
    where retired_date is null and months is not null
)

select
    system_code,
    system_name,
    unit_name,
    protection_level,
    assessed_date,
    has_backup,
    fault,
    build_fen
from judged
where fault is not null
/*
[[flagged]]
why = { zh = "三级，测评过了一年零一天", en = "level 3, assessed a year and a day ago" }
information_systems = [
    { system_code = "1", unit_name = "U", protection_level = "三级", assessed_date = 2025-06-30 },
    { system_code = "2", unit_name = "U", protection_level = "三级", assessed_date = 2026-07-01 },
]
rows = [{ system_code = "1", fault = "测评过期" }]

[[flagged]]
why = { zh = "没有备份，且要求查备份", en = "no backup, and backups are asked for" }
params = { asked = "both" }
information_systems = [{ system_code = "1", unit_name = "U", protection_level = "二级", assessed_date = 2026-06-30, has_backup = false }]
rows = [{ system_code = "1", fault = "没有容灾备份" }]

[[clean]]
why = { zh = "期满当日；二级两年之内；一级不要求；停用的不算", en = "on the last day; level 2 within two years; level 1; a retired one" }
information_systems = [
    { system_code = "1", unit_name = "U", protection_level = "三级", assessed_date = 2025-07-01, updated_date = 2026-07-01 },
    { system_code = "2", unit_name = "U", protection_level = "二级", assessed_date = 2024-07-01, has_backup = false },
    { system_code = "3", unit_name = "U", protection_level = "一级", assessed_date = 2020-01-01 },
    { system_code = "4", unit_name = "U", protection_level = "三级", assessed_date = 2020-01-01, retired_date = 2021-01-01 },
]

[[skipped]]
why = { zh = "没有等保级别", en = "no protection level" }
information_systems = [{ system_code = "1", unit_name = "U", assessed_date = 2020-01-01 }]

[[skipped]]
why = { zh = "没有测评日期", en = "no day of assessment" }
information_systems = [{ system_code = "1", unit_name = "U", protection_level = "三级" }]
*/
