/*
code = "M47"
version = 1
title = { zh = "土地价款逾期未缴", en = "Land price overdue" }
risk = { zh = "土地出让收入应收未收，财政收入流失。", en = "Land revenue that is due and not collected." }
logic = { zh = "已缴价款少于成交价款，到截止日期缴款期限已过。", en = "Less is paid than the price, and the payment was due by the given day." }
exclusions = { zh = "划拨、没有成交价款的地块不算。", en = "Parcels allocated without a price are left out." }
severity = "high"
sector = "environment"
method = "limit"
key = ["parcel_code"]
summary = { zh = "应缴{price_fen}，已缴{paid_fen}，{due_date}到期，欠{owed_fen}", en = "{paid_fen} of {price_fen} paid, due on {due_date}: {owed_fen} owed" }
entity = { kind = "company", id = "holder_code", name = "holder_name" }
parties = [{ kind = "company", id = "holder_code", name = "holder_name" }]
amount = "owed_fen"
group = "region_name"
picture = { kind = "bars", label = "region_name", value = "owed_fen" }

[requires.land_parcels]
columns = ["parcel_code", "price_fen", "paid_fen", "due_date"]

[params.as_of]
title = { zh = "截止日期", en = "As of" }
type = "date"
default = 2026-10-31
basis = { zh = "数据截止日期，按所用数据填写", en = "The day to which the data reach; enter it" }

[[basis]]
law = "国务院办公厅关于规范国有土地使用权出让收支管理的通知（国办发〔2006〕100号）"
article = "第七条"
is_checked = false

[[skips]]
of = "land_parcels"
where = "price_fen > 0 and due_date is null"
why = { zh = "没有缴款期限", en = "No due date" }

[columns]
parcel_code = "land_parcels.parcel_code"
parcel_name = "land_parcels.parcel_name"
region_name = "land_parcels.region_name"
holder_code = "land_parcels.holder_code"
holder_name = "land_parcels.holder_name"
land_use = "land_parcels.land_use"
price_fen = "land_parcels.price_fen"
paid_fen = "land_parcels.paid_fen"
due_date = "land_parcels.due_date"
late_days = { title = { zh = "逾期天数", en = "Days late" }, type = "whole" }
owed_fen = { title = { zh = "欠缴金额", en = "Owed" }, type = "money" }

[[evidence]]
of = "land_parcels"
where = "parcel_code = $parcel_code"
marks = ["price_fen", "paid_fen", "due_date"]
*/
select
    parcel_code,
    parcel_name,
    region_name,
    holder_code,
    holder_name,
    land_use,
    price_fen,
    coalesce(paid_fen, 0) as paid_fen,
    due_date,
    date_diff('day', due_date, $as_of) as late_days,
    price_fen - coalesce(paid_fen, 0) as owed_fen
from land_parcels
where price_fen > coalesce(paid_fen, 0) and due_date < $as_of
/*
[[flagged]]
why = { zh = "昨天到期，支付了一半", en = "due yesterday, half is paid" }
params = { as_of = "2026-10-31" }
land_parcels = [{ parcel_code = "A", price_fen = 100, paid_fen = 50, due_date = 2026-10-30 }]
rows = [{ parcel_code = "A", owed_fen = 50, late_days = 1 }]

[[clean]]
why = { zh = "今天到期，或已付清，或没有价款", en = "due today, or paid in full, or without a price" }
land_parcels = [
    { parcel_code = "A", price_fen = 100, paid_fen = 50, due_date = 2026-10-31 },
    { parcel_code = "B", price_fen = 100, paid_fen = 100, due_date = 2020-10-31 },
    { parcel_code = "C", due_date = 2020-10-31 },
]

[[skipped]]
why = { zh = "没有写明何时到期", en = "when it was due is not said" }
land_parcels = [{ parcel_code = "A", price_fen = 100, paid_fen = 50 }]
*/
