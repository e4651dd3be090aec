/*
code = "M34B"
version = 1
title = { zh = "信息系统未接入政务外网或未共享", en = "Information system not connected" }
risk = { zh = "系统游离在政务外网之外，形成数据孤岛，重复建网。", en = "A system off the government network is an island and keeps a network of its own." }
logic = { zh = "在用的政务信息系统未接入政务外网；也可要求未共享数据的一并列出。", en = "A system in use is not on the government network; those that share no data can be asked for as well." }
exclusions = { zh = "已停用的系统不算。涉密系统不在清单之内。", en = "Retired systems are left out; secret ones are in no such inventory." }
severity = "medium"
sector = "information_systems"
method = "limit"
key = ["system_code"]
summary = { zh = "{unit_name}的{system_name}未接入政务外网或未共享数据", en = "{system_name} of {unit_name} is off the government network or shares no data" }
entity = { kind = "record", id = "system_code", name = "system_name" }
parties = [{ kind = "unit", id = "unit_name" }]
amount = "build_fen"
group = "unit_name"
picture = { kind = "bars", label = "unit_name", value = "build_fen" }

[requires.information_systems]
columns = ["system_code", "unit_name", "is_on_government_network"]

[params.asked]
title = { zh = "要求", en = "Asked for" }
type = "choice"
default = "network"
choices = { network = { zh = "接入政务外网", en = "On the government network" }, sharing = { zh = "接入政务外网并共享数据", en = "On the network and sharing data" } }
basis = { zh = "默认只查接入；国发〔2016〕51号要求以共享为原则", en = "Only the network unless set; Guofa 2016 No. 51 makes sharing the rule" }

[[basis]]
law = "政务信息资源共享管理暂行办法（国发〔2016〕51号）"
article = ""
is_checked = false

[[skips]]
of = "information_systems"
where = "retired_date is null and is_on_government_network is null"
why = { zh = "没有说明是否接入政务外网", en = "Whether it is on the network is not said" }

[columns]
system_code = "information_systems.system_code"
system_name = "information_systems.system_name"
unit_name = "information_systems.unit_name"
is_on_government_network = "information_systems.is_on_government_network"
is_sharing_data = "information_systems.is_sharing_data"
build_fen = "information_systems.build_fen"

[[evidence]]
of = "information_systems"
where = "system_code = $system_code"
marks = ["is_on_government_network", "is_sharing_data"]
*/
select
    system_code,
    system_name,
    unit_name,
    is_on_government_network,
    is_sharing_data,
    build_fen
from information_systems
where
    retired_date is null
    and (
        is_on_government_network = false
        or ($asked = 'sharing' and is_sharing_data = false)
    )
/*
[[flagged]]
why = { zh = "没有联网", en = "off the network" }
information_systems = [{ system_code = "1", unit_name = "U", is_on_government_network = false }]
rows = [{ system_code = "1" }]

[[flagged]]
why = { zh = "已联网，但数据没有共享给别人，而本次要查这一项", en = "on the network, but nobody else gets its data, and that is asked" }
params = { asked = "sharing" }
information_systems = [{ system_code = "1", unit_name = "U", is_on_government_network = true, is_sharing_data = false }]
rows = [{ system_code = "1" }]

[[clean]]
why = { zh = "已联网；另一个已停用", en = "connected; and the other one is retired" }
information_systems = [
    { system_code = "1", unit_name = "U", is_on_government_network = true, is_sharing_data = false },
    { system_code = "2", unit_name = "U", is_on_government_network = false, retired_date = 2025-01-01 },
]

[[skipped]]
why = { zh = "清单没有写明", en = "the inventory does not say" }
information_systems = [{ system_code = "1", unit_name = "U" }]
*/
