/*
code = "M21"
version = 1
title = { zh = "结转超过两年未收回", en = "Carried over for more than two years" }
risk = { zh = "资金连年结转不用，既没有效益，也挤占了别的支出。", en = "Money carried on from year to year serves nobody and is missing elsewhere." }
logic = { zh = "预算项目年末仍有结转，而资金自下达年度起到该年末已满规定年数，应作为结余收回统筹。", en = "A budget item is still carried over at the end of a year by which its funds have gone unspent for the given number of years: they are due to be taken back." }
severity = "medium"
sector = "public_finance"
method = "limit"
key = ["item_code", "fiscal_year", "unit_code"]
summary = { zh = "{first_year}年下达，到{fiscal_year}年末已{unspent_years}年，仍结转{carried_over_fen}", en = "Granted in {first_year}, {unspent_years} years unspent at the end of {fiscal_year}, {carried_over_fen} carried over again" }
entity = { kind = "unit", id = "unit_name" }
parties = [{ kind = "unit", id = "unit_name" }]
amount = "carried_over_fen"
group = "unit_name"
picture = { kind = "bars", label = "unit_name", value = "carried_over_fen" }

[requires.budget_items]
columns = ["item_code", "fiscal_year", "unit_code", "carried_over_fen", "first_year"]

[params.least_years]
title = { zh = "连续未用完年数", en = "Years unspent" }
type = "whole"
default = 2
least = 1
most = 20
unit = { zh = "年", en = "years" }
basis = { zh = "预算法第四十二条：连续两年未用完的结转资金，应当作为结余资金管理；财预〔2015〕15号", en = "Budget Law, article 42: funds not used up in two years running are a surplus; Caiyu 2015 No. 15" }

[params.least_fen]
title = { zh = "最小结转金额", en = "Least amount carried over" }
type = "money"
default = 0
least = 0
unit = { zh = "元", en = "yuan" }
basis = { zh = "法规不分金额；零星结转多时可调高", en = "The law knows no least amount; set higher to leave trifles out" }

[[basis]]
law = "财政部关于推进地方盘活财政存量资金有关事项的通知（财预〔2015〕15号）"
article = ""
is_checked = true

[[basis]]
law = "中华人民共和国预算法"
article = "第四十二条"
is_checked = false

[[skips]]
of = "budget_items"
where = "carried_over_fen > 0 and first_year is null"
why = { zh = "有结转，没有资金下达年度", en = "Carried over, but the first year of the funds is missing" }

[[skips]]
of = "budget_items"
where = "carried_over_fen is null"
why = { zh = "没有结转金额", en = "No amount carried over is given" }

[columns]
item_code = "budget_items.item_code"
item_name = "budget_items.item_name"
fiscal_year = "budget_items.fiscal_year"
unit_code = "budget_items.unit_code"
unit_name = "budget_items.unit_name"
fund_source = "budget_items.fund_source"
first_year = "budget_items.first_year"
unspent_years = { title = { zh = "未用完年数", en = "Years unspent" }, type = "whole" }
carried_over_fen = "budget_items.carried_over_fen"

[[evidence]]
of = "budget_items"
where = "item_code = $item_code and fiscal_year = $fiscal_year and unit_code = $unit_code"
marks = ["first_year", "carried_over_fen", "spent_fen"]
*/
select
    item_code,
    item_name,
    fiscal_year,
    unit_code,
    unit_name,
    fund_source,
    first_year,
    fiscal_year - first_year + 1 as unspent_years,
    carried_over_fen
from budget_items
where carried_over_fen > $least_fen and fiscal_year - first_year + 1 >= $least_years
/*
[[flagged]]
why = { zh = "2024年下达，到2025年底已过两年", en = "granted in 2024, at the end of 2025 two years have gone by" }
budget_items = [{ item_code = "A", fiscal_year = 2025, unit_code = "U", first_year = 2024, carried_over_fen = 100 }]
rows = [{ item_code = "A", unspent_years = 2 }]

[[clean]]
why = { zh = "第一次结转，允许", en = "the first carry-over is allowed" }
budget_items = [{ item_code = "A", fiscal_year = 2025, unit_code = "U", first_year = 2025, carried_over_fen = 100 }]

[[clean]]
why = { zh = "已无结余", en = "nothing is left of it" }
budget_items = [{ item_code = "A", fiscal_year = 2025, unit_code = "U", first_year = 2020, carried_over_fen = 0 }]

[[skipped]]
why = { zh = "没有写明从何时起", en = "since when is not said" }
budget_items = [{ item_code = "A", fiscal_year = 2025, unit_code = "U", carried_over_fen = 100 }]

[[skipped]]
why = { zh = "没有写明结转多少", en = "what was carried over is not said" }
budget_items = [{ item_code = "A", fiscal_year = 2025, unit_code = "U", first_year = 2020 }]
*/
