/*
code = "M21B"
version = 1
title = { zh = "基金结转超过当年收入三成", en = "Fund carry-over above 30 % of income" }
risk = { zh = "政府性基金大量沉淀，既没有用于规定用途，也没有统筹使用。", en = "Money of a government fund lies idle, neither spent on its purpose nor put to general use." }
logic = { zh = "同一地区、同一政府性基金年末结转合计，超过该基金当年收入的规定比例，超出部分应调入一般公共预算统筹使用。", en = "What a government fund of a region carries over at the end of a year exceeds the given share of its income of that year: the excess is due to the general budget." }
exclusions = { zh = "不是政府性基金的项目不判断。当年收入以各行所填的最大数为准，同一基金各行应当相同。", en = "Items of other funds are not judged. The income is the largest given for the fund: it should be the same in all its rows." }
severity = "medium"
sector = "public_finance"
method = "limit"
key = ["fund_name", "fiscal_year", "region_code"]
summary = { zh = "{fund_name}{fiscal_year}年末结转{carried_over_fen}，当年收入{fund_income_fen}，占{carried_rate}，超出{over_fen}", en = "{fund_name}: {carried_over_fen} carried over at the end of {fiscal_year}, {carried_rate} of the income of {fund_income_fen}; {over_fen} too much" }
entity = { kind = "record", id = "fund_name" }
parties = [{ kind = "record", id = "fund_name" }]
amount = "over_fen"
group = "region_code"
picture = { kind = "distribution", value = "carried_rate", limit = "most_rate" }

[requires.budget_items]
columns = ["fiscal_year", "fund_source", "carried_over_fen", "fund_name", "fund_income_fen"]

[params.most_rate]
title = { zh = "结转占当年收入上限", en = "Highest share of the year's income" }
type = "rate"
default = 0.3
least = 0
most = 1
basis = { zh = "财预〔2015〕15号：政府性基金结转资金规模一般不超过该项基金当年收入的30%", en = "Caiyu 2015 No. 15: at most 30 % of the fund's income of the year" }

[[basis]]
law = "财政部关于推进地方盘活财政存量资金有关事项的通知（财预〔2015〕15号）"
article = ""
is_checked = true

[[skips]]
of = "budget_items"
where = "fund_source like '%政府性基金%' and carried_over_fen > 0 and (fund_name is null or fund_income_fen is null)"
why = { zh = "政府性基金有结转，没有基金名称或当年收入", en = "A fund with carry-over, without its name or its income of the year" }

[[skips]]
of = "budget_items"
where = "fund_source like '%政府性基金%' and carried_over_fen is null"
why = { zh = "没有结转金额", en = "No amount carried over is given" }

[[skips]]
of = "budget_items"
where = "fund_source is null"
why = { zh = "没有资金性质", en = "Without the source of funds" }

[columns]
fund_name = "budget_items.fund_name"
fiscal_year = "budget_items.fiscal_year"
region_code = "budget_items.region_code"
carried_over_fen = "budget_items.carried_over_fen"
fund_income_fen = "budget_items.fund_income_fen"
carried_rate = { title = { zh = "结转占当年收入", en = "Share of the year's income" }, type = "rate" }
over_fen = { title = { zh = "超出金额", en = "Too much" }, type = "money" }

[[evidence]]
of = "budget_items"
where = "fund_name = $fund_name and fiscal_year = $fiscal_year and region_code is not distinct from $region_code and fund_source like '%政府性基金%'"
marks = ["carried_over_fen", "fund_income_fen"]
*/
with funds as (
    select
        fund_name,
        fiscal_year,
        region_code,
        cast(sum(carried_over_fen) as bigint) as carried_over_fen,
        max(fund_income_fen) as fund_income_fen
    from budget_items
    where fund_source like '%政府性基金%' and fund_name is not null and fund_income_fen is not null
    group by fund_name, fiscal_year, region_code
)
select
    fund_name,
    fiscal_year,
    region_code,
    carried_over_fen,
    fund_income_fen,
    case
        when fund_income_fen > 0 then round(cast(carried_over_fen as double) / fund_income_fen, 6)
    end as carried_rate,
    carried_over_fen
    - cast(round(greatest(fund_income_fen, 0) * cast($most_rate as double), 0) as bigint) as over_fen
from funds
where carried_over_fen > greatest(fund_income_fen, 0) * cast($most_rate as double)
/*
[[flagged]]
why = { zh = "三十万零一分，收入一百万：超过三成一分", en = "300,000.01 yuan of an income of one million: above three tenths by a cent" }
budget_items = [
    { item_code = "A", fiscal_year = 2025, unit_code = "U", fund_source = "政府性基金", fund_name = "污水处理费", fund_income_fen = 100000000, carried_over_fen = 20000000, region_code = "R" },
    { item_code = "B", fiscal_year = 2025, unit_code = "V", fund_source = "政府性基金预算", fund_name = "污水处理费", fund_income_fen = 100000000, carried_over_fen = 10000001, region_code = "R" },
]
rows = [{ fund_name = "污水处理费", carried_over_fen = 30000001, over_fen = 1 }]

[[flagged]]
why = { zh = "当年没有收入，全部是超出", en = "no income in the year: everything is too much" }
budget_items = [{ item_code = "A", fiscal_year = 2025, unit_code = "U", fund_source = "政府性基金", fund_name = "彩票公益金", fund_income_fen = 0, carried_over_fen = 500 }]
rows = [{ fund_name = "彩票公益金", over_fen = 500 }]

[[clean]]
why = { zh = "正好三成", en = "exactly three tenths" }
budget_items = [{ item_code = "A", fiscal_year = 2025, unit_code = "U", fund_source = "政府性基金", fund_name = "污水处理费", fund_income_fen = 100000000, carried_over_fen = 30000000 }]

[[clean]]
why = { zh = "不是政府性基金", en = "no government fund" }
budget_items = [{ item_code = "A", fiscal_year = 2025, unit_code = "U", fund_source = "一般公共预算", carried_over_fen = 30000000 }]

[[skipped]]
why = { zh = "不知道当年收入", en = "the income of the year is not known" }
budget_items = [{ item_code = "A", fiscal_year = 2025, unit_code = "U", fund_source = "政府性基金", fund_name = "污水处理费", carried_over_fen = 100 }]

[[skipped]]
why = { zh = "不知道结转多少", en = "how much was carried over is not known" }
budget_items = [{ item_code = "A", fiscal_year = 2025, unit_code = "U", fund_source = "政府性基金", fund_name = "污水处理费", fund_income_fen = 100 }]

[[skipped]]
why = { zh = "不知道资金性质", en = "the kind of money is not known" }
budget_items = [{ item_code = "A", fiscal_year = 2025, unit_code = "U", fund_name = "污水处理费", fund_income_fen = 100, carried_over_fen = 100 }]
*/
