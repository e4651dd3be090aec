/*
code = "M25C"
version = 1
title = { zh = "公务用车购置超标准", en = "Official car over the standard" }
risk = { zh = "超标准购置公务用车。", en = "Official cars dearer than allowed." }
logic = { zh = "公务用车购置的单车价格＝金额÷辆数，超过价格标准。", en = "The price of a car = amount ÷ number of cars exceeds the standard." }
exclusions = { zh = "执法执勤、特种专业技术用车另有标准，机要通信用车标准为12万元，应分开运行。", en = "Cars of law enforcement and special service have standards of their own, cars of confidential post one of 120,000 yuan: run them apart." }
severity = "medium"
sector = "public_finance"
method = "limit"
key = ["expense_code"]
summary = { zh = "购置{quantity}辆，单价{car_fen}，标准{most_price}", en = "{quantity} cars at {car_fen} each, standard {most_price}" }
entity = { kind = "unit", id = "unit_name" }
parties = [{ kind = "unit", id = "unit_name" }]
amount = "amount_fen"
group = "unit_name"
picture = { kind = "distribution", value = "car_fen", limit = "most_price" }

[requires.official_expenses]
columns = ["expense_code", "unit_name", "expense_kind", "expense_date", "amount_fen"]

[params.most_price]
title = { zh = "单车价格标准", en = "Standard of a car" }
type = "money"
default = 180000
least = 0
unit = { zh = "元", en = "yuan" }
basis = { zh = "党政机关公务用车管理办法：应急保障用车和其他用车18万元以内", en = "Rules on official cars: up to 180,000 yuan for emergency and other cars" }

[[basis]]
law = "党政机关公务用车管理办法"
article = "第九条"
is_checked = false

[columns]
expense_code = "official_expenses.expense_code"
unit_name = "official_expenses.unit_name"
subject = "official_expenses.subject"
expense_date = "official_expenses.expense_date"
quantity = { title = { zh = "辆数", en = "Cars" }, type = "whole" }
amount_fen = "official_expenses.amount_fen"
car_fen = { title = { zh = "单价", en = "Price of a car" }, type = "money" }

[[evidence]]
of = "official_expenses"
where = "expense_code = $expense_code"
marks = ["quantity", "amount_fen"]
*/
with bought as (
    select
        expense_code,
        unit_name,
        subject,
        expense_date,
        case when quantity > 0 then quantity else 1 end as quantity,
        amount_fen
    from official_expenses
    where expense_kind like '%车%购%' or expense_kind like '%购%车%'
)
select
    expense_code,
    unit_name,
    subject,
    expense_date,
    quantity,
    amount_fen,
    cast(round(cast(amount_fen as double) / quantity) as bigint) as car_fen
from bought
where amount_fen > $most_price * quantity
/*
[[flagged]]
why = { zh = "两辆二十万元的车", en = "two cars of two hundred thousand yuan" }
official_expenses = [{ expense_code = "1", expense_kind = "公务用车购置", quantity = 2, amount_fen = 40000000 }]
rows = [{ expense_code = "1", car_fen = 20000000 }]

[[clean]]
why = { zh = "正好达到标准；车辆运行不是购置", en = "just the standard; and keeping a car is not buying it" }
official_expenses = [
    { expense_code = "1", expense_kind = "公务用车购置", quantity = 1, amount_fen = 18000000 },
    { expense_code = "2", expense_kind = "公务用车运行维护", amount_fen = 40000000 },
]
*/
