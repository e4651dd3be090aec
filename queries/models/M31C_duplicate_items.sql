/*
code = "M31C"
version = 1
title = { zh = "同日重复收费", en = "Items billed twice on one day" }
risk = { zh = "同一项目同一天重复计费，多收费用、多占基金。", en = "An item billed twice on one day costs the patient and the fund twice." }
logic = { zh = "同一人在同一医院、同一费用发生日期，同一项目、同一金额出现规定条数及以上。", en = "One person, one hospital, one day: the same item with the same amount stands the given number of times or more." }
exclusions = { zh = "按次收费、一日多次的项目（如吸氧、注射）可能属正常，应结合数量核对。", en = "Items given several times a day (oxygen, injections) may be in order: compare the quantity." }
severity = "medium"
sector = "medical_insurance"
method = "duplicates"
key = ["identity_number", "hospital_name", "item_name", "service_date", "amount_fen"]
summary = { zh = "{service_date}在{hospital_name}的{item_name}收费{line_count}次", en = "{item_name} billed {line_count} times on {service_date} by {hospital_name}" }
entity = { kind = "unit", id = "hospital_name" }
parties = [{ kind = "unit", id = "hospital_name" }, { kind = "person", id = "identity_number", name = "person_name" }]
amount = "repeated_fen"
group = "hospital_name"
picture = { kind = "bars", label = "item_name", value = "repeated_fen" }

[requires.claims]
columns = ["claim_code", "identity_number", "hospital_name", "item_name", "service_date", "amount_fen"]

[params.least_lines]
title = { zh = "最少条数", en = "Fewest lines" }
type = "whole"
default = 2
least = 2
most = 100
unit = { zh = "条", en = "lines" }
basis = { zh = "同日同项目同金额两条即重复；一日多次的项目可调高", en = "Two equal lines of a day are a repetition; set higher for items given several times" }

[params.least_fen]
title = { zh = "单条最低金额", en = "Least amount of a line" }
type = "money"
default = 0
least = 0
unit = { zh = "元", en = "yuan" }
basis = { zh = "不限金额；零星项目多时可调高", en = "Every amount; set higher to leave trifles out" }

[[basis]]
law = "医疗保障基金使用监督管理条例"
article = "第十五条"
says = { zh = "不得重复收费、超标准收费、分解项目收费。", en = "No double charges, no charges above the tariff, no items split." }
is_checked = false

[[skips]]
of = "claims"
where = "item_name is null or identity_number is null or hospital_name is null or service_date is null"
why = { zh = "没有项目名称、身份证号、医院或费用发生日期", en = "No item, no identity number, no hospital or no date of service" }

[columns]
identity_number = "claims.identity_number"
person_name = "claims.person_name"
hospital_name = "claims.hospital_name"
item_name = "claims.item_name"
service_date = "claims.service_date"
amount_fen = "claims.amount_fen"
line_count = { title = { zh = "条数", en = "Lines" }, type = "whole" }
repeated_fen = { title = { zh = "重复金额", en = "Billed again" }, type = "money" }

[[evidence]]
of = "claims"
where = "identity_number = $identity_number and hospital_name = $hospital_name and item_name = $item_name and service_date = $service_date and amount_fen = $amount_fen"
marks = ["item_name", "service_date", "amount_fen", "item_number"]
*/
select
    identity_number,
    min(person_name) as person_name,
    hospital_name,
    item_name,
    service_date,
    amount_fen,
    count(*) as line_count,
    cast((count(*) - 1) * amount_fen as bigint) as repeated_fen
from claims
where
    identity_number is not null
    and hospital_name is not null
    and item_name is not null
    and service_date is not null
    and amount_fen > $least_fen
group by identity_number, hospital_name, item_name, service_date, amount_fen
having count(*) >= $least_lines
/*
[[flagged]]
why = { zh = "同一检查出现两次", en = "an examination stands twice" }
claims = [
    { claim_code = "1", item_number = "1", identity_number = "P", hospital_name = "H", item_name = "CT", service_date = 2026-03-01, amount_fen = 300 },
    { claim_code = "1", item_number = "2", identity_number = "P", hospital_name = "H", item_name = "CT", service_date = 2026-03-01, amount_fen = 300 },
]
rows = [{ item_name = "CT", line_count = 2, repeated_fen = 300 }]

[[clean]]
why = { zh = "日期、项目或金额不同", en = "another day, another item, another amount" }
claims = [
    { claim_code = "1", item_number = "1", identity_number = "P", hospital_name = "H", item_name = "CT", service_date = 2026-03-01, amount_fen = 300 },
    { claim_code = "1", item_number = "2", identity_number = "P", hospital_name = "H", item_name = "CT", service_date = 2026-03-02, amount_fen = 300 },
    { claim_code = "1", item_number = "3", identity_number = "P", hospital_name = "H", item_name = "X", service_date = 2026-03-01, amount_fen = 300 },
    { claim_code = "1", item_number = "4", identity_number = "P", hospital_name = "H", item_name = "CT", service_date = 2026-03-01, amount_fen = 150 },
]

[[clean]]
why = { zh = "一天两次吸氧，至少三次才列出", en = "oxygen twice a day, with three as the least" }
params = { least_lines = 3 }
claims = [
    { claim_code = "1", item_number = "1", identity_number = "P", hospital_name = "H", item_name = "吸氧", service_date = 2026-03-01, amount_fen = 30 },
    { claim_code = "1", item_number = "2", identity_number = "P", hospital_name = "H", item_name = "吸氧", service_date = 2026-03-01, amount_fen = 30 },
]

[[skipped]]
why = { zh = "整张结算单没有明细", en = "a whole claim without its items" }
claims = [{ claim_code = "1", identity_number = "P", hospital_name = "H", service_date = 2026-03-01, amount_fen = 300 }]
*/
