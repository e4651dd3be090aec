/*
code = "M24"
version = 1
title = { zh = "重复支付", en = "Duplicate payment" }
risk = { zh = "同一张发票付了两次，多付的钱可能收不回来，也可能是合谋套取。", en = "One invoice paid twice: the money may not come back, or was meant not to." }
logic = { zh = "同一收款人、同一金额、同一发票号的支付，与前一笔相隔不超过规定天数。", en = "A payment to the same payee, of the same amount, on the same invoice, within the given days of the one before." }
exclusions = { zh = "没有发票号的支付无从比对；冲销的负数与同一收款人、同一金额、同一发票号在它之前最近的一笔支付相抵，抵掉的不算。", en = "Payments without an invoice number cannot be compared; a reversal (negative amount) sets off the latest payment before it of the same payee, amount and invoice, and neither counts." }
severity = "high"
sector = "public_finance"
method = "duplicates"
key = ["payment_code"]
summary = { zh = "与{before_paid_date}的{before_payment_code}相隔{gap_days}天，收款人、金额、发票号{invoice_code}全部相同", en = "{gap_days} days after {before_payment_code} of {before_paid_date}: the same payee, amount and invoice {invoice_code}" }
entity = { kind = "company", id = "payee_name" }
parties = [{ kind = "company", id = "payee_name" }, { kind = "unit", id = "payer_name" }]
amount = "paid_fen"
group = "payer_name"
picture = { kind = "bars", label = "payer_name", value = "paid_fen" }

[requires.payments]
columns = ["payment_code", "payee_name", "paid_fen", "paid_date", "invoice_code"]

[params.most_days]
title = { zh = "最大间隔", en = "Most days between" }
type = "whole"
default = 30
least = 0
most = 1000
unit = { zh = "天", en = "days" }
basis = { zh = "通用审计软件重复项检查的常用窗口30天；调高可查跨期重复", en = "The usual window of duplicate tests is 30 days; a wider one finds those across periods" }

[[basis]]
law = "会计基础工作规范"
article = "第五十一条"
is_checked = false

[[skips]]
of = "payments"
where = "invoice_code is null"
why = { zh = "没有发票号", en = "No invoice number" }

[columns]
payment_code = "payments.payment_code"
payer_name = "payments.payer_name"
payee_name = "payments.payee_name"
paid_fen = "payments.paid_fen"
paid_date = "payments.paid_date"
invoice_code = "payments.invoice_code"
before_payment_code = { source = "payments.payment_code", title = { zh = "前一笔凭证号", en = "Payment before" } }
before_paid_date = { source = "payments.paid_date", title = { zh = "前一笔支付日期", en = "Paid before" } }
gap_days = { title = { zh = "相隔天数", en = "Days between" }, type = "whole" }

[[evidence]]
of = "payments"
where = "payment_code in ($payment_code, $before_payment_code)"
marks = ["payee_name", "paid_fen", "paid_date", "invoice_code"]
*/
with balanced as (
    select
        *,
        sum(case when paid_fen > 0 then 1 else -1 end) over (
            partition by payee_name, abs(paid_fen), invoice_code
            order by paid_date, paid_fen desc, payment_code
            rows between unbounded preceding and current row
        ) as balance
    from payments
    where invoice_code is not null and paid_fen <> 0
),

-- A payment is set off where the balance falls below what it was raised to.
standing as (
    select
        *,
        min(balance) over (
            partition by payee_name, abs(paid_fen), invoice_code
            order by paid_date, paid_fen desc, payment_code
            rows between current row and unbounded following
        ) as least_balance
    from balanced
),

followed as (
    select
        *,
        lag(payment_code) over (
            partition by payee_name, paid_fen, invoice_code order by paid_date, payment_code
        ) as before_payment_code,
        lag(paid_date) over (
            partition by payee_name, paid_fen, invoice_code order by paid_date, payment_code
        ) as before_paid_date
    from standing
    where paid_fen > 0 and least_balance >= balance
)
select
    payment_code,
    payer_name,
    payee_name,
    paid_fen,
    paid_date,
    invoice_code,
    before_payment_code,
    before_paid_date,
    date_diff('day', before_paid_date, paid_date) as gap_days
from followed
where date_diff('day', before_paid_date, paid_date) <= $most_days
/*
[[flagged]]
why = { zh = "同一发票的第二次支付", en = "the second payment of one invoice" }
payments = [
    { payment_code = "1", payee_name = "C", paid_fen = 100, paid_date = 2026-03-01, invoice_code = "F" },
    { payment_code = "2", payee_name = "C", paid_fen = 100, paid_date = 2026-03-31, invoice_code = "F" },
]
rows = [{ payment_code = "2", before_payment_code = "1", gap_days = 30 }]

[[flagged]]
why = { zh = "第三次是单独一条疑点", en = "a third one is a suspect of its own" }
payments = [
    { payment_code = "1", payee_name = "C", paid_fen = 100, paid_date = 2026-03-01, invoice_code = "F" },
    { payment_code = "2", payee_name = "C", paid_fen = 100, paid_date = 2026-03-01, invoice_code = "F" },
    { payment_code = "3", payee_name = "C", paid_fen = 100, paid_date = 2026-03-05, invoice_code = "F" },
]
rows = [{ payment_code = "2", gap_days = 0 }, { payment_code = "3", gap_days = 4 }]

[[flagged]]
why = { zh = "三次中冲销一次：其余两次仍多一次", en = "one of three was reversed: the other two are still one too many" }
payments = [
    { payment_code = "1", payee_name = "C", paid_fen = 100, paid_date = 2026-03-01, invoice_code = "F" },
    { payment_code = "2", payee_name = "C", paid_fen = 100, paid_date = 2026-03-02, invoice_code = "F" },
    { payment_code = "3", payee_name = "C", paid_fen = -100, paid_date = 2026-03-03, invoice_code = "F" },
    { payment_code = "4", payee_name = "C", paid_fen = 100, paid_date = 2026-03-04, invoice_code = "F" },
]
rows = [{ payment_code = "4", before_payment_code = "1" }]

[[clean]]
why = { zh = "支付、冲销、再支付，或支付两次、冲销其中一次", en = "paid, reversed and paid again, or paid twice and one of them reversed" }
payments = [
    { payment_code = "1", payee_name = "C", paid_fen = 100, paid_date = 2026-03-01, invoice_code = "F" },
    { payment_code = "2", payee_name = "C", paid_fen = -100, paid_date = 2026-03-02, invoice_code = "F" },
    { payment_code = "3", payee_name = "C", paid_fen = 100, paid_date = 2026-03-03, invoice_code = "F" },
    { payment_code = "4", payee_name = "D", paid_fen = 100, paid_date = 2026-03-01, invoice_code = "G" },
    { payment_code = "5", payee_name = "D", paid_fen = 100, paid_date = 2026-03-02, invoice_code = "G" },
    { payment_code = "6", payee_name = "D", paid_fen = -100, paid_date = 2026-03-03, invoice_code = "G" },
]

[[clean]]
why = { zh = "金额、发票、收款人不同，或相隔一个月", en = "another amount, another invoice, another payee, a month later" }
payments = [
    { payment_code = "1", payee_name = "C", paid_fen = 100, paid_date = 2026-03-01, invoice_code = "F" },
    { payment_code = "2", payee_name = "C", paid_fen = 101, paid_date = 2026-03-02, invoice_code = "F" },
    { payment_code = "3", payee_name = "C", paid_fen = 100, paid_date = 2026-03-02, invoice_code = "G" },
    { payment_code = "4", payee_name = "D", paid_fen = 100, paid_date = 2026-03-02, invoice_code = "F" },
    { payment_code = "5", payee_name = "C", paid_fen = 100, paid_date = 2026-04-01, invoice_code = "F" },
]

[[skipped]]
why = { zh = "没有发票号，两笔相等的支付可能是分期", en = "without an invoice number two equal payments may be two instalments" }
payments = [
    { payment_code = "1", payee_name = "C", paid_fen = 100, paid_date = 2026-03-01 },
    { payment_code = "2", payee_name = "C", paid_fen = 100, paid_date = 2026-03-02 },
]
*/
