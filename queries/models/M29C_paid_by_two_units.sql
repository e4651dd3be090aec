/*
code = "M29C"
version = 1
title = { zh = "同月在两个单位领工资", en = "Paid by two units in one month" }
risk = { zh = "一人占两份编制或吃空饷，调动后原单位未停发工资。", en = "One person fills two posts on paper, or the old unit goes on paying after a transfer." }
logic = { zh = "同一身份证号同一月份由两个及以上单位发放工资。一人一条，金额取每月较低的一份。", en = "One identity number has pay of two units or more for one month. One row a person; the amount takes the lower pay of each month." }
severity = "high"
sector = "personnel"
method = "duplicates"
key = ["identity_number"]
summary = { zh = "从{first_month}到{last_month}有{double_months}个月由{first_unit}和{last_unit}同时发放工资", en = "Paid by {first_unit} and {last_unit} at once for {double_months} months, {first_month} to {last_month}" }
entity = { kind = "person", id = "identity_number", name = "person_name" }
parties = [{ kind = "person", id = "identity_number", name = "person_name" }, { kind = "unit", id = "first_unit" }, { kind = "unit", id = "last_unit" }]
amount = "double_fen"
group = "first_unit"
picture = { kind = "network", source = "first_unit", target = "last_unit", value = "double_fen" }

[requires.payroll]
columns = ["unit_name", "identity_number", "pay_month", "gross_fen"]

[params.least_months]
title = { zh = "最少重复月数", en = "Fewest months" }
type = "whole"
default = 2
least = 1
most = 120
unit = { zh = "个月", en = "months" }
basis = { zh = "调动当月两个单位各发一部分属正常，默认两个月起", en = "In the month of a transfer both units pay their part, so two months are the least" }

[[basis]]
law = "中华人民共和国公务员法"
article = "第四十四条"
says = { zh = "公务员因工作需要在机关外兼职，应当经有关机关批准，并不得领取兼职报酬。", en = "Another post needs approval and may not be paid." }
is_checked = false

[columns]
identity_number = "payroll.identity_number"
person_name = "payroll.person_name"
first_unit = { source = "payroll.unit_name", title = { zh = "单位一", en = "First unit" } }
last_unit = { source = "payroll.unit_name", title = { zh = "单位二", en = "Second unit" } }
first_month = { title = { zh = "重复起始月", en = "First month" }, type = "text" }
last_month = { title = { zh = "重复截止月", en = "Last month" }, type = "text" }
double_months = { title = { zh = "重复月数", en = "Months at once" }, type = "whole" }
double_fen = { title = { zh = "重复金额", en = "Drawn twice" }, type = "money" }

[[evidence]]
of = "payroll"
where = "identity_number = $identity_number and pay_month >= $first_month and pay_month <= $last_month"
marks = ["unit_name", "pay_month", "gross_fen"]
*/
with units_paid as (
    select
        identity_number,
        pay_month,
        unit_name,
        min(person_name) as person_name,
        sum(gross_fen) as unit_fen
    from payroll
    where gross_fen > 0
    group by identity_number, pay_month, unit_name
),

months as (
    select
        identity_number,
        pay_month,
        min(person_name) as person_name,
        min(unit_name) as first_unit,
        max(unit_name) as last_unit,
        sum(unit_fen) - max(unit_fen) as double_fen
    from units_paid
    group by identity_number, pay_month
    having count(*) > 1
)
select
    identity_number,
    min(person_name) as person_name,
    min(first_unit) as first_unit,
    max(last_unit) as last_unit,
    min(pay_month) as first_month,
    max(pay_month) as last_month,
    count(*) as double_months,
    cast(sum(double_fen) as bigint) as double_fen
from months
group by identity_number
having count(*) >= $least_months
/*
[[flagged]]
why = { zh = "两个单位发放同两个月", en = "two months of two units" }
payroll = [
    { unit_name = "U", identity_number = "P", pay_month = "2025-01", gross_fen = 100 },
    { unit_name = "V", identity_number = "P", pay_month = "2025-01", gross_fen = 80 },
    { unit_name = "U", identity_number = "P", pay_month = "2025-02", gross_fen = 100 },
    { unit_name = "V", identity_number = "P", pay_month = "2025-02", gross_fen = 80 },
]
rows = [{ identity_number = "P", double_months = 2, double_fen = 160, first_unit = "U", last_unit = "V" }]

[[clean]]
why = { zh = "调动当月", en = "the month of a transfer" }
payroll = [
    { unit_name = "U", identity_number = "P", pay_month = "2025-01", gross_fen = 100 },
    { unit_name = "V", identity_number = "P", pay_month = "2025-01", gross_fen = 80 },
    { unit_name = "V", identity_number = "P", pay_month = "2025-02", gross_fen = 80 },
]

[[clean]]
why = { zh = "同一单位的两笔是它自己的事", en = "two payments of one unit are its own affair" }
payroll = [
    { unit_name = "U", identity_number = "P", pay_month = "2025-01", gross_fen = 100 },
    { unit_name = "U", identity_number = "P", pay_month = "2025-01", gross_fen = 20 },
    { unit_name = "U", identity_number = "P", pay_month = "2025-02", gross_fen = 100 },
    { unit_name = "U", identity_number = "P", pay_month = "2025-02", gross_fen = 20 },
]
*/
