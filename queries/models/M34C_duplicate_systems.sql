/*
code = "M34C"
version = 1
title = { zh = "信息系统重复建设", en = "Information systems built twice" }
risk = { zh = "同一单位为同一用途建了几个系统，重复投资，数据分散。", en = "One unit built several systems for one purpose: money twice, data apart." }
logic = { zh = "同一单位在用的系统中，主要功能相同的达到规定个数。一个单位一项功能一条。", en = "A unit has the given number of systems in use, or more, with the same functions. One row a unit and function." }
exclusions = { zh = "已停用的系统不算；功能描述写法不同的不会相遇，应先统一写法。", en = "Retired systems are left out; functions that are worded differently do not meet." }
severity = "medium"
sector = "information_systems"
method = "duplicates"
key = ["unit_name", "functions"]
summary = { zh = "{unit_name}有{system_count}个系统用于{functions}：{systems}", en = "{unit_name} has {system_count} systems for {functions}: {systems}" }
entity = { kind = "unit", id = "unit_name" }
parties = [{ kind = "unit", id = "unit_name" }]
amount = "build_fen"
group = "functions"
picture = { kind = "bars", label = "functions", value = "build_fen" }

[requires.information_systems]
columns = ["system_code", "system_name", "unit_name", "functions"]

[params.least_systems]
title = { zh = "最少个数", en = "Fewest systems" }
type = "whole"
default = 2
least = 2
most = 100
unit = { zh = "个", en = "systems" }
basis = { zh = "同一单位同一功能两个系统即应核查能否整合", en = "Two systems of a unit for one purpose raise the question why" }

[[basis]]
law = "政务信息系统整合共享实施方案（国办发〔2017〕39号）"
article = ""
is_checked = false

[[skips]]
of = "information_systems"
where = "retired_date is null and functions is null"
why = { zh = "没有主要功能", en = "No functions" }

[columns]
unit_name = "information_systems.unit_name"
functions = "information_systems.functions"
system_count = { title = { zh = "系统个数", en = "Systems" }, type = "whole" }
systems = { title = { zh = "系统", en = "Their names" }, type = "text" }
build_fen = { title = { zh = "建设投资合计", en = "Investment in all" }, type = "money" }

[[evidence]]
of = "information_systems"
where = "unit_name = $unit_name and trim(functions) = $functions and retired_date is null"
marks = ["functions", "system_name", "build_fen"]
*/
select
    unit_name,
    trim(functions) as functions,
    count(*) as system_count,
    string_agg(system_name, '、' order by system_code) as systems,
    cast(coalesce(sum(build_fen), 0) as bigint) as build_fen
from information_systems
where retired_date is null and functions is not null
group by unit_name, trim(functions)
having count(*) >= $least_systems
/*
[[flagged]]
why = { zh = "两个系统用途相同", en = "two systems for one purpose" }
information_systems = [
    { system_code = "1", system_name = "甲", unit_name = "U", functions = "协同办公", build_fen = 100 },
    { system_code = "2", system_name = "乙", unit_name = "U", functions = "协同办公 ", build_fen = 50 },
]
rows = [{ unit_name = "U", system_count = 2, systems = "甲、乙", build_fen = 150 }]

[[clean]]
why = { zh = "单位不同、用途不同，以及已被替代的", en = "another unit, another purpose, and the one that was replaced" }
information_systems = [
    { system_code = "1", system_name = "甲", unit_name = "U", functions = "协同办公" },
    { system_code = "2", system_name = "乙", unit_name = "V", functions = "协同办公" },
    { system_code = "3", system_name = "丙", unit_name = "U", functions = "档案管理" },
    { system_code = "4", system_name = "丁", unit_name = "U", functions = "协同办公", retired_date = 2024-01-01 },
]

[[skipped]]
why = { zh = "没有写明用途", en = "what it is for is not said" }
information_systems = [{ system_code = "1", system_name = "甲", unit_name = "U" }]
*/
