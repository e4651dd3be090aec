/*
code = "M22"
version = 1
title = { zh = "年底突击花钱", en = "Year-end spending rush" }
risk = { zh = "年底集中支付，往往是为了保住指标，容易出现虚列支出、提前付款、转移资金。", en = "Money hurried out in December keeps the budget, not its purpose: sham expenses, payments too early, funds parked elsewhere." }
logic = { zh = "一个单位一年的支付中，12月所占比例或第四季度所占比例超过规定。", en = "December, or the fourth quarter, has more than the given share of what a unit pays in a year." }
exclusions = { zh = "全年支付笔数太少的单位，以及没有覆盖12个月的年度，不算。", en = "Units with too few payments in the year, and years of which no December is in the data, are left out." }
severity = "medium"
sector = "public_finance"
method = "distribution"
key = ["payer_name", "paid_year"]
summary = { zh = "{paid_year}年支付{year_fen}，其中12月占{december_rate}，第四季度占{quarter_rate}", en = "Of {year_fen} paid in {paid_year}, December has {december_rate} and the fourth quarter {quarter_rate}" }
entity = { kind = "unit", id = "payer_name" }
parties = [{ kind = "unit", id = "payer_name" }]
amount = "december_fen"
picture = { kind = "distribution", value = "december_rate", limit = "most_december" }

[requires.payments]
columns = ["payer_name", "paid_fen", "paid_date"]

[params.most_december]
title = { zh = "12月最大比例", en = "Largest share of December" }
type = "rate"
default = 0.3
least = 0
most = 1
basis = { zh = "经验值：均衡支出一个月约占8%，超过30%明显集中", en = "From practice: an even month has 8%, more than 30% is a rush" }

[params.most_quarter]
title = { zh = "第四季度最大比例", en = "Largest share of the fourth quarter" }
type = "rate"
default = 0.5
least = 0
most = 1
basis = { zh = "经验值：均衡支出一个季度占25%", en = "From practice: an even quarter has 25%" }

[params.least_payments]
title = { zh = "全年最少笔数", en = "Fewest payments in the year" }
type = "whole"
default = 24
least = 1
most = 100000
unit = { zh = "笔", en = "payments" }
basis = { zh = "笔数太少时比例不说明问题", en = "A share of a few payments says nothing" }

[[basis]]
law = "中华人民共和国预算法"
article = "第五十七条"
is_checked = false

[columns]
payer_name = "payments.payer_name"
paid_year = { title = { zh = "年度", en = "Year" }, type = "whole" }
payment_count = { title = { zh = "全年笔数", en = "Payments in the year" }, type = "whole" }
year_fen = { title = { zh = "全年支付", en = "Paid in the year" }, type = "money" }
december_fen = { title = { zh = "12月支付", en = "Paid in December" }, type = "money" }
december_rate = { title = { zh = "12月占比", en = "Share of December" }, type = "rate" }
quarter_rate = { title = { zh = "第四季度占比", en = "Share of the fourth quarter" }, type = "rate" }

[[evidence]]
of = "payments"
where = "payer_name = $payer_name and year(paid_date) = $paid_year and month(paid_date) >= 10"
marks = ["paid_date", "paid_fen"]
*/
with years as (
    select
        payer_name,
        year(paid_date) as paid_year,
        count(*) as payment_count,
        cast(sum(paid_fen) as bigint) as year_fen,
        cast(coalesce(sum(paid_fen) filter (where month(paid_date) = 12), 0) as bigint) as december_fen,
        cast(coalesce(sum(paid_fen) filter (where month(paid_date) >= 10), 0) as bigint) as quarter_fen
    from payments
    where paid_date is not null
    group by payer_name, year(paid_date)
),

whole_years as (
    select year(paid_date) as paid_year
    from payments
    group by year(paid_date)
    having max(month(paid_date)) = 12
)
select
    years.payer_name,
    years.paid_year,
    years.payment_count,
    years.year_fen,
    years.december_fen,
    round(cast(years.december_fen as double) / years.year_fen, 4) as december_rate,
    round(cast(years.quarter_fen as double) / years.year_fen, 4) as quarter_rate
from years
inner join whole_years on years.paid_year = whole_years.paid_year
where
    years.payment_count >= $least_payments
    and years.year_fen > 0
    and (years.december_fen > years.year_fen * $most_december or years.quarter_fen > years.year_fen * $most_quarter)
/*
[[flagged]]
why = { zh = "全年的四成在十二月支出", en = "four tenths of the year go out in December" }
params = { least_payments = 2 }
payments = [
    { payer_name = "U", paid_fen = 600, paid_date = 2025-03-01 },
    { payer_name = "U", paid_fen = 400, paid_date = 2025-12-20 },
]
rows = [{ payer_name = "U", paid_year = 2025, december_fen = 400, december_rate = 0.4, quarter_rate = 0.4 }]

[[flagged]]
why = { zh = "十二月正常，但第四季度超过一半", en = "December is usual, but the last quarter has more than half" }
params = { least_payments = 3 }
payments = [
    { payer_name = "U", paid_fen = 400, paid_date = 2025-03-01 },
    { payer_name = "U", paid_fen = 400, paid_date = 2025-11-01 },
    { payer_name = "U", paid_fen = 200, paid_date = 2025-12-20 },
]
rows = [{ payer_name = "U", december_rate = 0.2, quarter_rate = 0.6 }]

[[clean]]
why = { zh = "正好三成和正好一半", en = "exactly three tenths and exactly half" }
params = { least_payments = 3 }
payments = [
    { payer_name = "U", paid_fen = 500, paid_date = 2025-03-01 },
    { payer_name = "U", paid_fen = 200, paid_date = 2025-10-01 },
    { payer_name = "U", paid_fen = 300, paid_date = 2025-12-20 },
]

[[clean]]
why = { zh = "年度未结束：各单位都没有十二月", en = "the year is not over: of no unit is there a December" }
params = { least_payments = 2 }
payments = [
    { payer_name = "U", paid_fen = 100, paid_date = 2026-03-01 },
    { payer_name = "U", paid_fen = 900, paid_date = 2026-10-20 },
]

[[clean]]
why = { zh = "两笔支付算不上一年", en = "two payments are no year" }
payments = [
    { payer_name = "U", paid_fen = 600, paid_date = 2025-03-01 },
    { payer_name = "U", paid_fen = 400, paid_date = 2025-12-20 },
]
*/
