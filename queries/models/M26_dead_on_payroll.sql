/*
code = "M26"
version = 1
title = { zh = "死亡人员领取工资", en = "Dead persons on the payroll" }
risk = { zh = "人已去世仍发工资，是管理失察，也可能被人冒领。", en = "Pay for the dead is negligence, or somebody else draws it." }
logic = { zh = "工资表与死亡登记按身份证号比对，死亡次月起仍有工资的人，一人一条，列出多发月数和金额。", en = "Payroll against deaths by identity number: whoever has pay for months after the month of death, one row a person with months and amount." }
exclusions = { zh = "死亡当月的发放不算；丧葬补助、抚恤金不在此表。", en = "What is paid for the month of death is not counted; funeral and survivors' grants are in other tables." }
severity = "high"
sector = "personnel"
method = "matching"
key = ["identity_number"]
summary = { zh = "{death_date}死亡，{unit_name}仍发工资{overpaid_months}个月", en = "Died on {death_date}, paid by {unit_name} for {overpaid_months} months more" }
entity = { kind = "person", id = "identity_number", name = "person_name" }
parties = [{ kind = "person", id = "identity_number", name = "person_name" }, { kind = "unit", id = "unit_name" }]
amount = "overpaid_fen"
group = "unit_name"
picture = { kind = "timeline", start = "death_date", end = "last_day", label = "person_name" }

[requires.payroll]
columns = ["identity_number", "pay_month", "gross_fen"]

[requires.deaths]
columns = ["identity_number", "death_date"]

[params.least_months]
title = { zh = "最少多发月数", en = "Fewest months overpaid" }
type = "whole"
default = 1
least = 1
most = 120
unit = { zh = "个月", en = "months" }
basis = { zh = "死亡次月起即不应发放；调高可先查久发不停的", en = "Nothing is due from the month after death; set higher to begin with the long ones" }

[[basis]]
law = "中华人民共和国预算法"
article = "第五十七条"
is_checked = false

[[skips]]
of = "payroll"
where = "not coalesce(regexp_matches(pay_month, '^[0-9]{4}-?[0-9]{2}'), false)"
why = { zh = "发放月份不是年月", en = "The month is not a year and a month" }

[columns]
identity_number = "payroll.identity_number"
person_name = "payroll.person_name"
unit_name = "payroll.unit_name"
death_date = "deaths.death_date"
first_month = { title = { zh = "多发起始月", en = "Overpaid from" }, type = "text" }
last_month = { title = { zh = "多发截止月", en = "Overpaid to" }, type = "text" }
last_day = { title = { zh = "多发截止月首日", en = "First day of the last month" }, type = "date" }
overpaid_months = { title = { zh = "多发月数", en = "Months overpaid" }, type = "whole" }
overpaid_fen = { title = { zh = "多发金额", en = "Overpaid" }, type = "money" }

[[evidence]]
of = "payroll"
where = "identity_number = $identity_number and substr(pay_month, 1, 4) || right(substr(pay_month, 1, 7), 2) >= substr($first_month, 1, 4) || right($first_month, 2)"
marks = ["pay_month", "gross_fen"]

[[evidence]]
of = "deaths"
where = "identity_number = $identity_number"
marks = ["death_date"]
*/
with died as (
    select identity_number, min(death_date) as death_date
    from deaths
    group by identity_number
),

paid as (
    select
        identity_number,
        person_name,
        unit_name,
        substr(replace(pay_month, '-', ''), 1, 6) as paid_month,
        gross_fen as paid_fen
    from payroll
    where regexp_matches(pay_month, '^[0-9]{4}-?[0-9]{2}') and gross_fen > 0
),

beyond as (
    select paid.*, died.death_date
    from paid
    inner join died on paid.identity_number = died.identity_number
    where cast(paid.paid_month as bigint) > year(died.death_date) * 100 + month(died.death_date)
)
select
    identity_number,
    min(person_name) as person_name,
    min(unit_name) as unit_name,
    death_date,
    substr(min(paid_month), 1, 4) || '-' || substr(min(paid_month), 5, 2) as first_month,
    substr(max(paid_month), 1, 4) || '-' || substr(max(paid_month), 5, 2) as last_month,
    cast(substr(max(paid_month), 1, 4) || '-' || substr(max(paid_month), 5, 2) || '-01' as date) as last_day,
    count(distinct paid_month) as overpaid_months,
    cast(sum(paid_fen) as bigint) as overpaid_fen
from beyond
group by identity_number, death_date
having count(distinct paid_month) >= $least_months
/*
[[flagged]]
why = { zh = "死亡当月之后又付了两个月", en = "two months are paid beyond the month of death" }
payroll = [
    { identity_number = "P", person_name = "甲", pay_month = "2026-01", gross_fen = 100 },
    { identity_number = "P", person_name = "甲", pay_month = "2026-02", gross_fen = 100 },
    { identity_number = "P", person_name = "甲", pay_month = "2026-03", gross_fen = 100 },
]
deaths = [{ identity_number = "P", person_name = "甲", death_date = 2026-01-20 }]
rows = [{ identity_number = "P", overpaid_months = 2, overpaid_fen = 200, first_month = "2026-02" }]

[[flagged]]
why = { zh = "月份可以不带连字符，中间可以跨年", en = "months may be written without a hyphen, and a year may end between" }
payroll = [{ identity_number = "P", person_name = "甲", pay_month = "202601", gross_fen = 100 }]
deaths = [{ identity_number = "P", person_name = "甲", death_date = 2025-12-31 }]
rows = [{ identity_number = "P", overpaid_months = 1 }]

[[clean]]
why = { zh = "死亡当月应付", en = "the month of death itself is due" }
payroll = [{ identity_number = "P", person_name = "甲", pay_month = "2026-01", gross_fen = 100 }]
deaths = [{ identity_number = "P", person_name = "甲", death_date = 2026-01-01 }]

[[clean]]
why = { zh = "已全额追回的月份不算支付", en = "a month that was taken back to nothing is not paid" }
payroll = [{ identity_number = "P", person_name = "甲", pay_month = "2026-02", gross_fen = 0 }]
deaths = [{ identity_number = "P", person_name = "甲", death_date = 2026-01-01 }]

[[clean]]
why = { zh = "至少三个月才列出时，两个月不列", en = "with three months as the least, two are passed over" }
params = { least_months = 3 }
payroll = [
    { identity_number = "P", person_name = "甲", pay_month = "2026-02", gross_fen = 100 },
    { identity_number = "P", person_name = "甲", pay_month = "2026-03", gross_fen = 100 },
]
deaths = [{ identity_number = "P", person_name = "甲", death_date = 2026-01-20 }]

[[skipped]]
why = { zh = "只写批次的月份不能与死亡日期对照", en = "a month that says only the batch cannot be held against a death" }
payroll = [{ identity_number = "P", person_name = "甲", pay_month = "第一批", gross_fen = 100 }]
deaths = [{ identity_number = "P", person_name = "甲", death_date = 2026-01-20 }]
*/
