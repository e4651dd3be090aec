/*
code = "M34E"
version = 1
title = { zh = "信息系统未批先建或多头审批", en = "System without one approval" }
risk = { zh = "没有立项审批、先上线后补批，或者几个部门都批，项目失去统筹，容易重复建设。", en = "A system nobody approved, approved after it went online, or approved by several departments escapes planning." }
logic = { zh = "在用的政务信息系统没有审批时间，或者审批时间晚于上线日期，或者审批部门写了两个以上；也可只查其中一种。", en = "A system in use has no day of approval, was approved after it went online, or names two or more approving departments; one of these can be asked for alone." }
exclusions = { zh = "已停用的系统不算；审批与上线同日的不算晚。", en = "Retired systems are left out; approved on the very day it went online is in time." }
severity = "medium"
sector = "information_systems"
method = "sequence"
key = ["system_code"]
summary = { zh = "{unit_name}的{system_name}：{fault}", en = "{system_name} of {unit_name}: {fault}" }
entity = { kind = "record", id = "system_code", name = "system_name" }
parties = [{ kind = "unit", id = "unit_name" }]
amount = "build_fen"
group = "fault"
picture = { kind = "bars", label = "unit_name", value = "build_fen" }

[requires.information_systems]
columns = ["system_code", "unit_name", "online_date", "approved_date", "approving_unit"]

[params.asked]
title = { zh = "查哪一种", en = "Asked for" }
type = "choice"
default = "all"
choices = { all = { zh = "三种都查", en = "All three" }, approval = { zh = "只查未批先建", en = "No approval in time" }, several = { zh = "只查多头审批", en = "Several departments" } }
basis = { zh = "默认三种都查；审批部门以顿号、逗号、分号隔开", en = "All three unless set; departments are separated by commas or semicolons" }

[[basis]]
law = "国家政务信息化项目建设管理办法（国办发〔2019〕57号）"
article = ""
is_checked = false

[[skips]]
of = "information_systems"
where = "retired_date is null and online_date is null"
why = { zh = "没有上线日期", en = "The day of going online is not said" }

[columns]
system_code = "information_systems.system_code"
system_name = "information_systems.system_name"
unit_name = "information_systems.unit_name"
fault = { title = { zh = "情形", en = "What is wrong" }, type = "text", words = { "没有审批时间" = "no day of approval", "先上线后审批" = "online before its approval", "多头审批" = "several approving departments" } }
approving_unit = "information_systems.approving_unit"
approved_date = "information_systems.approved_date"
online_date = "information_systems.online_date"
build_fen = "information_systems.build_fen"

[[evidence]]
of = "information_systems"
where = "system_code = $system_code"
marks = ["approving_unit", "approved_date", "online_date"]
*/
with judged as (
    select
        *,
        case
            when $asked <> 'several' and approved_date is null then '没有审批时间'
            when $asked <> 'several' and approved_date > online_date then '先上线后审批'
            when $asked <> 'approval' and regexp_matches(trim(approving_unit), '[^、，,;；][、，,;；]+[^、，,;；]') then '多头审批'
        end as fault
    from information_systems
    where retired_date is null and online_date is not null
)
select
    system_code,
    system_name,
    unit_name,
    fault,
    approving_unit,
    approved_date,
    online_date,
    build_fen
from judged
where fault is not null
/*
[[flagged]]
why = { zh = "上线后一天才批", en = "approved a day after it went online" }
information_systems = [{ system_code = "1", unit_name = "U", approving_unit = "发改局", approved_date = 2024-05-02, online_date = 2024-05-01 }]
rows = [{ system_code = "1", fault = "先上线后审批" }]

[[flagged]]
why = { zh = "没有审批时间", en = "without a day of approval" }
information_systems = [{ system_code = "1", unit_name = "U", online_date = 2024-05-01 }]
rows = [{ system_code = "1", fault = "没有审批时间" }]

[[flagged]]
why = { zh = "两个部门都批了", en = "two departments approved it" }
information_systems = [{ system_code = "1", unit_name = "U", approving_unit = "发改局、工信局", approved_date = 2024-01-01, online_date = 2024-05-01 }]
rows = [{ system_code = "1", fault = "多头审批" }]

[[clean]]
why = { zh = "当日审批当日上线；停用的不算", en = "approved on the day it went online; a retired one" }
information_systems = [
    { system_code = "1", unit_name = "U", approving_unit = "发改局、", approved_date = 2024-05-01, online_date = 2024-05-01 },
    { system_code = "2", unit_name = "U", online_date = 2024-05-01, retired_date = 2025-01-01 },
]

[[clean]]
why = { zh = "只查多头审批时，没有审批时间的不列", en = "where only several departments are asked for, one without approval is not listed" }
params = { asked = "several" }
information_systems = [{ system_code = "1", unit_name = "U", online_date = 2024-05-01 }]

[[skipped]]
why = { zh = "没有上线日期", en = "the day of going online is not said" }
information_systems = [{ system_code = "1", unit_name = "U", approving_unit = "发改局、工信局" }]
*/
