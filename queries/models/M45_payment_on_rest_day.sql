/*
code = "M45"
version = 1
title = { zh = "周末支付", en = "Payment at a weekend" }
risk = { zh = "国库和银行对公业务周末不办理，周末日期多为补录、倒签。", en = "Treasuries and banks do not pay at weekends: such a date was written in later." }
logic = { zh = "支付日期为星期六或星期日的支付。", en = "Payments dated on a Saturday or a Sunday." }
exclusions = { zh = "调休上班的周末由核查人员按当年放假通知剔除；可用最低金额缩小范围。", en = "Weekends worked for a shifted holiday are told by the year's notice; a least amount narrows the list." }
severity = "low"
sector = "public_finance"
method = "plausibility"
key = ["payment_code"]
summary = { zh = "{paid_date}是周末，向{payee_name}支付{paid_fen}", en = "{paid_date} is at a weekend: {paid_fen} to {payee_name}" }
entity = { kind = "unit", id = "payer_name" }
parties = [{ kind = "unit", id = "payer_name" }, { kind = "company", id = "payee_name" }]
amount = "paid_fen"
group = "payer_name"
picture = { kind = "bars", label = "payer_name", value = "paid_fen" }

[requires.payments]
columns = ["payment_code", "payer_name", "payee_name", "paid_fen", "paid_date"]

[params.least_fen]
title = { zh = "最低金额", en = "Least amount" }
type = "money"
default = 0
least = 0
unit = { zh = "元", en = "yuan" }
basis = { zh = "不限金额", en = "Every amount" }

[[basis]]
law = "财政国库管理制度"
article = ""
is_checked = false

[columns]
payment_code = "payments.payment_code"
payer_name = "payments.payer_name"
payee_name = "payments.payee_name"
paid_fen = "payments.paid_fen"
paid_date = "payments.paid_date"
purpose = "payments.purpose"

[[evidence]]
of = "payments"
where = "payment_code = $payment_code"
marks = ["paid_date"]
*/
select
    payment_code,
    payer_name,
    payee_name,
    paid_fen,
    paid_date,
    purpose
from payments
where
    -- 5 January 1970 was a Monday.
    (date_diff('day', date '1970-01-05', paid_date) % 7 + 7) % 7 >= 5
    and paid_fen >= $least_fen
/*
[[flagged]]
why = { zh = "一个星期六和一个星期日", en = "a Saturday and a Sunday" }
payments = [
    { payment_code = "1", paid_fen = 100, paid_date = 2026-11-21 },
    { payment_code = "2", paid_fen = 100, paid_date = 2026-11-22 },
]
rows = [{ payment_code = "1" }, { payment_code = "2" }]

[[clean]]
why = { zh = "一个星期五和一个星期一", en = "a Friday and a Monday" }
payments = [
    { payment_code = "1", paid_fen = 100, paid_date = 2026-11-20 },
    { payment_code = "2", paid_fen = 100, paid_date = 2026-11-23 },
]
*/
