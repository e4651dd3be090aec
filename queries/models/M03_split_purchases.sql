/*
code = "M03"
version = 1
title = { zh = "化整为零规避公开采购", en = "Purchases split below the limit" }
risk = { zh = "同一预算项目下的同一品目在一年内多次零星采购，每次都低于限额，规避政府采购程序。", en = "One item of one budget line is bought many times a year, each time just below the limit, to avoid public procurement." }
logic = { zh = "同一单位、同一预算项目、同一品目、同一预算年度内，未经公开招标、每笔都低于限额而不低于限额的规定比例的采购，不少于规定笔数，合计超过限额。", en = "One unit, budget line, item and year: purchases without open tender, each below the limit but no less than a share of it, at least so many, in all above the limit." }
exclusions = { zh = "公开招标、邀请招标、框架协议采购和网上超市不计；“接近限额的比例”设为 0 时不论金额大小都归集，误报会增多。", en = "Open and selective tenders, framework agreements and the public web shop do not count. With a near share of 0 purchases of any size are put together, with more false alarms." }
severity = "medium"
sector = "procurement"
method = "duplicates"
key = ["buyer_name", "budget_item", "item", "fiscal_year"]
summary = { zh = "{fiscal_year} 年 {purchase_count} 笔{item}，每笔低于 {single_limit}，合计{total_fen}", en = "{fiscal_year}: {purchase_count} purchases of {item}, each below {single_limit}, {total_fen} in all" }
entity = { kind = "unit", id = "buyer_name" }
parties = [{ kind = "unit", id = "buyer_name" }, { kind = "company", id = "supplier_id", name = "supplier_name" }]
amount = "total_fen"
group = "buyer_name"
picture = { kind = "bars", label = "buyer_name", value = "total_fen" }

[requires.purchases]
columns = ["purchase_code", "buyer_name", "item_name", "amount_fen", "purchased_date"]

[params.single_limit]
title = { zh = "限额标准", en = "Limit" }
type = "money"
default = 50000
least = 1
basis = { zh = "政府采购法第二十八条；限额由省级人民政府规定，各地不同，使用前按本地标准设置", en = "Government Procurement Law, article 28; the limit is set by each province: enter the local one" }

[params.near_rate]
title = { zh = "接近限额的比例", en = "Near the limit from" }
type = "rate"
default = 0.8
least = 0
most = 1
basis = { zh = "审计经验值：每笔在限额的 80%—100%", en = "A value of practice: each 80–100 % of the limit" }

[params.fewest]
title = { zh = "最少笔数", en = "Fewest purchases" }
type = "whole"
default = 3
least = 2
most = 10000
unit = { zh = "笔", en = "purchases" }
basis = { zh = "审计经验值", en = "A value of practice" }

[params.open_methods]
title = { zh = "公开的采购方式", en = "Open methods" }
type = "text"
default = "公开招标|邀请招标|框架协议采购|网上超市"
basis = { zh = "政府采购法第二十六条；以竖线分开", en = "Government Procurement Law, article 26; divided by bars" }

[[basis]]
law = "中华人民共和国政府采购法"
article = "第二十八条"
is_checked = false

[[basis]]
law = "中华人民共和国政府采购法实施条例"
article = "第二十八条"
is_checked = false

[[skips]]
of = "purchases"
where = "amount_fen is null or (fiscal_year is null and purchased_date is null)"
why = { zh = "没有金额或年度", en = "No amount or year" }

[columns]
buyer_name = "purchases.buyer_name"
budget_item = { title = { zh = "预算项目", en = "Budget item" }, type = "text" }
item = { title = { zh = "品目", en = "Item" }, type = "text" }
fiscal_year = "purchases.fiscal_year"
purchase_count = { title = { zh = "笔数", en = "Purchases" }, type = "whole" }
first_date = { title = { zh = "第一笔", en = "First" }, type = "date" }
last_date = { title = { zh = "最后一笔", en = "Last" }, type = "date" }
supplier_name = "purchases.supplier_name"
supplier_id = { title = { zh = "供应商识别号", en = "Supplier's number" }, type = "text" }
supplier_count = { title = { zh = "供应商家数", en = "Suppliers" }, type = "whole" }
total_fen = { title = { zh = "金额合计", en = "Total" }, type = "money" }

[[evidence]]
of = "purchases"
where = "buyer_name = $buyer_name and coalesce(budget_item_code, budget_item_name, '') = $budget_item and coalesce(item_name, item_code) = $item and coalesce(fiscal_year, year(purchased_date)) = $fiscal_year and amount_fen between 1 and $total_fen"
marks = ["amount_fen", "purchased_date", "procurement_method"]
*/
with small as (
    select
        buyer_name,
        coalesce(budget_item_code, budget_item_name, '') as budget_item,
        coalesce(item_name, item_code) as item,
        coalesce(fiscal_year, year(purchased_date)) as fiscal_year,
        supplier_name,
        coalesce(supplier_code, supplier_name) as supplier_id,
        purchased_date,
        amount_fen
    from purchases
    where
        amount_fen < $single_limit
        and amount_fen >= $single_limit * $near_rate
        and '|' || $open_methods || '|' not like '%|' || coalesce(procurement_method, '—') || '|%'
)

select
    buyer_name,
    budget_item,
    item,
    cast(fiscal_year as bigint) as fiscal_year,
    count(*) as purchase_count,
    min(purchased_date) as first_date,
    max(purchased_date) as last_date,
    min(supplier_name) as supplier_name,
    min(supplier_id) as supplier_id,
    count(distinct supplier_id) as supplier_count,
    cast(sum(amount_fen) as bigint) as total_fen
from small
where fiscal_year is not null
group by buyer_name, budget_item, item, fiscal_year
having count(*) >= $fewest and sum(amount_fen) > $single_limit
/*
[[flagged]]
why = { zh = "同一品目一年内三次各4.8万元", en = "three times 48,000 yuan for one item in one year" }
purchases = [
    { purchase_code = "1", buyer_name = "一局", item_name = "台式计算机", fiscal_year = 2026, amount_fen = 4800000 },
    { purchase_code = "2", buyer_name = "一局", item_name = "台式计算机", fiscal_year = 2026, amount_fen = 4800000 },
    { purchase_code = "3", buyer_name = "一局", item_name = "台式计算机", purchased_date = 2026-05-01, amount_fen = 4800000 },
]
rows = [{ buyer_name = "一局", item = "台式计算机", fiscal_year = 2026, purchase_count = 3, total_fen = 14400000 }]

[[clean]]
why = { zh = "两个品目是两项需求", en = "two items are two needs" }
purchases = [
    { purchase_code = "1", buyer_name = "一局", item_name = "台式计算机", fiscal_year = 2026, amount_fen = 4800000 },
    { purchase_code = "2", buyer_name = "一局", item_name = "办公桌", fiscal_year = 2026, amount_fen = 4800000 },
    { purchase_code = "3", buyer_name = "一局", item_name = "台式计算机", fiscal_year = 2026, amount_fen = 4800000 },
]

[[clean]]
why = { zh = "远低于限额的小额采购", en = "small purchases far below the limit" }
purchases = [
    { purchase_code = "1", buyer_name = "一局", item_name = "纸张", fiscal_year = 2026, amount_fen = 100000 },
    { purchase_code = "2", buyer_name = "一局", item_name = "纸张", fiscal_year = 2026, amount_fen = 100000 },
    { purchase_code = "3", buyer_name = "一局", item_name = "纸张", fiscal_year = 2026, amount_fen = 100000 },
]

[[clean]]
why = { zh = "以公开招标采购", en = "bought by open tender" }
purchases = [
    { purchase_code = "1", buyer_name = "一局", item_name = "纸张", fiscal_year = 2026, amount_fen = 4800000, procurement_method = "公开招标" },
    { purchase_code = "2", buyer_name = "一局", item_name = "纸张", fiscal_year = 2026, amount_fen = 4800000, procurement_method = "公开招标" },
    { purchase_code = "3", buyer_name = "一局", item_name = "纸张", fiscal_year = 2026, amount_fen = 4800000, procurement_method = "公开招标" },
]

[[skipped]]
why = { zh = "年度和日期都没有", en = "neither year nor date" }
purchases = [{ purchase_code = "1", buyer_name = "一局", item_name = "纸张", amount_fen = 4800000 }]
*/
