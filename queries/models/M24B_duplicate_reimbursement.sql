/*
code = "M24B"
version = 1
title = { zh = "重复报销", en = "Duplicate reimbursement" }
risk = { zh = "同一张票据两次入账报销，套取公款。", en = "One receipt booked and reimbursed twice." }
logic = { zh = "同一往来单位、同一借方金额、同一票据号的分录出现在另一张凭证上，相隔不超过规定天数，不论是否同一单位。", en = "An entry with the same counterpart, debit and receipt number stands on another voucher within the given days, of the same unit or another." }
exclusions = { zh = "没有票据号的分录无从比对；同一凭证内的分摊不算；红字冲销（借方负数）与同一往来单位、同一金额、同一票据号在它之前最近的一笔相抵，抵掉的不算。", en = "Entries without a receipt number cannot be compared; parts within one voucher are not counted; a reversal (negative debit) sets off the latest entry before it of the same counterpart, amount and receipt, and neither counts." }
severity = "high"
sector = "public_finance"
method = "duplicates"
key = ["unit_name", "fiscal_year", "period", "voucher_code", "invoice_code"]
summary = { zh = "票据{invoice_code}已在{before_unit_name}的{before_voucher_code}（{before_voucher_date}）报销过", en = "Receipt {invoice_code} was already booked by {before_unit_name} on {before_voucher_code} of {before_voucher_date}" }
entity = { kind = "unit", id = "unit_name" }
parties = [{ kind = "unit", id = "unit_name" }, { kind = "company", id = "counterpart_name" }]
amount = "debit_fen"
group = "unit_name"
picture = { kind = "bars", label = "unit_name", value = "debit_fen" }

[requires.vouchers]
columns = ["unit_name", "fiscal_year", "period", "voucher_code", "voucher_date", "debit_fen", "invoice_code"]

[params.most_days]
title = { zh = "最大间隔", en = "Most days between" }
type = "whole"
default = 30
least = 0
most = 1000
unit = { zh = "天", en = "days" }
basis = { zh = "通用审计软件重复项检查的常用窗口30天", en = "The usual window of duplicate tests is 30 days" }

[[basis]]
law = "会计基础工作规范"
article = "第五十一条"
is_checked = false

[[skips]]
of = "vouchers"
where = "debit_fen > 0 and invoice_code is null"
why = { zh = "没有票据号", en = "No receipt number" }

[columns]
unit_name = "vouchers.unit_name"
fiscal_year = "vouchers.fiscal_year"
period = "vouchers.period"
voucher_code = "vouchers.voucher_code"
voucher_date = "vouchers.voucher_date"
summary = "vouchers.summary"
counterpart_name = "vouchers.counterpart_name"
debit_fen = "vouchers.debit_fen"
invoice_code = "vouchers.invoice_code"
before_unit_name = { source = "vouchers.unit_name", title = { zh = "先报销的单位", en = "Booked before by" } }
before_voucher_code = { source = "vouchers.voucher_code", title = { zh = "先报销的凭证", en = "Voucher before" } }
before_voucher_date = { source = "vouchers.voucher_date", title = { zh = "先报销的日期", en = "Booked before on" } }

[[evidence]]
of = "vouchers"
where = "invoice_code = $invoice_code and debit_fen = $debit_fen and counterpart_name is not distinct from $counterpart_name"
marks = ["invoice_code", "debit_fen", "counterpart_name", "voucher_date"]
*/
with booked as (
    select
        unit_name,
        fiscal_year,
        period,
        voucher_code,
        voucher_date,
        counterpart_name,
        invoice_code,
        debit_fen,
        min(summary) as summary
    from vouchers
    where debit_fen <> 0 and invoice_code is not null
    group by unit_name, fiscal_year, period, voucher_code, voucher_date, counterpart_name, invoice_code, debit_fen
),

balanced as (
    select
        *,
        sum(case when debit_fen > 0 then 1 else -1 end) over (
            partition by counterpart_name, invoice_code, abs(debit_fen)
            order by voucher_date, debit_fen desc, unit_name, fiscal_year, period, voucher_code
            rows between unbounded preceding and current row
        ) as balance
    from booked
),

-- An entry is set off where the balance falls below what it was raised to.
standing as (
    select
        *,
        min(balance) over (
            partition by counterpart_name, invoice_code, abs(debit_fen)
            order by voucher_date, debit_fen desc, unit_name, fiscal_year, period, voucher_code
            rows between current row and unbounded following
        ) as least_balance
    from balanced
),

followed as (
    select
        *,
        lag(unit_name) over (
            partition by counterpart_name, invoice_code, debit_fen
            order by voucher_date, unit_name, fiscal_year, period, voucher_code
        ) as before_unit_name,
        lag(voucher_code) over (
            partition by counterpart_name, invoice_code, debit_fen
            order by voucher_date, unit_name, fiscal_year, period, voucher_code
        ) as before_voucher_code,
        lag(voucher_date) over (
            partition by counterpart_name, invoice_code, debit_fen
            order by voucher_date, unit_name, fiscal_year, period, voucher_code
        ) as before_voucher_date
    from standing
    where debit_fen > 0 and least_balance >= balance
)
select
    unit_name,
    fiscal_year,
    period,
    voucher_code,
    voucher_date,
    summary,
    counterpart_name,
    debit_fen,
    invoice_code,
    before_unit_name,
    before_voucher_code,
    before_voucher_date
from followed
where date_diff('day', before_voucher_date, voucher_date) <= $most_days
/*
[[flagged]]
why = { zh = "同一票据在另一凭证上再次出现", en = "a receipt comes back on another voucher" }
vouchers = [
    { unit_name = "U", fiscal_year = 2026, period = 3, voucher_code = "记-1", voucher_date = 2026-03-01, counterpart_name = "C", debit_fen = 100, invoice_code = "F" },
    { unit_name = "U", fiscal_year = 2026, period = 3, voucher_code = "记-9", voucher_date = 2026-03-20, counterpart_name = "C", debit_fen = 100, invoice_code = "F" },
]
rows = [{ voucher_code = "记-9", before_voucher_code = "记-1" }]

[[flagged]]
why = { zh = "另一单位入了同一票据的账", en = "another unit books the same receipt" }
vouchers = [
    { unit_name = "U", fiscal_year = 2026, period = 3, voucher_code = "记-1", voucher_date = 2026-03-01, counterpart_name = "C", debit_fen = 100, invoice_code = "F" },
    { unit_name = "V", fiscal_year = 2026, period = 3, voucher_code = "记-1", voucher_date = 2026-03-20, counterpart_name = "C", debit_fen = 100, invoice_code = "F" },
]
rows = [{ unit_name = "V", before_unit_name = "U" }]

[[clean]]
why = { zh = "一张凭证把票据分记两个科目；贷方不是支出", en = "one voucher divides a receipt over two accounts; its credit side is no expense" }
vouchers = [
    { unit_name = "U", fiscal_year = 2026, period = 3, voucher_code = "记-1", entry_number = 1, voucher_date = 2026-03-01, counterpart_name = "C", debit_fen = 100, invoice_code = "F" },
    { unit_name = "U", fiscal_year = 2026, period = 3, voucher_code = "记-1", entry_number = 2, voucher_date = 2026-03-01, counterpart_name = "C", debit_fen = 100, invoice_code = "F" },
    { unit_name = "U", fiscal_year = 2026, period = 3, voucher_code = "记-1", entry_number = 3, voucher_date = 2026-03-01, counterpart_name = "C", credit_fen = 200, invoice_code = "F" },
]

[[clean]]
why = { zh = "入账、红字冲销、再入账", en = "booked, reversed in red and booked again" }
vouchers = [
    { unit_name = "U", fiscal_year = 2026, period = 3, voucher_code = "记-1", voucher_date = 2026-03-01, counterpart_name = "C", debit_fen = 100, invoice_code = "F" },
    { unit_name = "U", fiscal_year = 2026, period = 3, voucher_code = "记-5", voucher_date = 2026-03-10, counterpart_name = "C", debit_fen = -100, invoice_code = "F" },
    { unit_name = "U", fiscal_year = 2026, period = 3, voucher_code = "记-9", voucher_date = 2026-03-20, counterpart_name = "C", debit_fen = 100, invoice_code = "F" },
]

[[clean]]
why = { zh = "金额不同，是同一单据的另一部分", en = "another amount is another part of the bill" }
vouchers = [
    { unit_name = "U", fiscal_year = 2026, period = 3, voucher_code = "记-1", voucher_date = 2026-03-01, counterpart_name = "C", debit_fen = 100, invoice_code = "F" },
    { unit_name = "U", fiscal_year = 2026, period = 3, voucher_code = "记-9", voucher_date = 2026-03-20, counterpart_name = "C", debit_fen = 50, invoice_code = "F" },
]

[[skipped]]
why = { zh = "没有记录票据号", en = "no receipt number was noted" }
vouchers = [{ unit_name = "U", fiscal_year = 2026, period = 3, voucher_code = "记-1", voucher_date = 2026-03-01, counterpart_name = "C", debit_fen = 100 }]
*/
