/*
code = "M23"
version = 1
title = { zh = "预算执行率低", en = "Low budget execution" }
risk = { zh = "钱批了用不出去，预算编得不实，该办的事没办。", en = "Money granted and not spent: a budget without a plan, and work not done." }
logic = { zh = "一个单位一个年度的支出合计占调整预算（未调整用年初预算）的比例：数据截至9月底至年末前的，低于九月底标准；截至年末的，低于年末标准。", en = "A unit's spending of a year against its adjusted (else initial) budget: below the standard of September where the data end between 30 September and the end of the year, below that of the year-end otherwise." }
exclusions = { zh = "数据截至9月30日以前的不判断；没有执行截止日期的按年末。", en = "Data that end before 30 September are not judged; without a date the end of the year is assumed." }
severity = "low"
sector = "public_finance"
method = "limit"
key = ["unit_name", "fiscal_year"]
summary = { zh = "{fiscal_year}年预算{budget_fen}，支出{spent_fen}，执行率{execution_rate}，标准{standard_rate}", en = "Budget {budget_fen} of {fiscal_year}, spent {spent_fen}: {execution_rate} against {standard_rate}" }
entity = { kind = "unit", id = "unit_name" }
parties = [{ kind = "unit", id = "unit_name" }]
amount = "unspent_fen"
group = "fiscal_year"
picture = { kind = "distribution", value = "execution_rate", limit = "standard_rate" }

[requires.budget_items]
columns = ["unit_name", "fiscal_year", "initial_fen", "spent_fen"]

[params.september_rate]
title = { zh = "九月底标准", en = "Standard of September" }
type = "rate"
default = 0.5
least = 0
most = 1
basis = { zh = "财政部门通报常用：九月底执行率不低于50%", en = "Usual in reports of finance departments: 50% by the end of September" }

[params.year_end_rate]
title = { zh = "年末标准", en = "Standard of the year-end" }
type = "rate"
default = 0.8
least = 0
most = 1
basis = { zh = "财政部门考核常用：年末执行率不低于80%", en = "Usual in assessments of finance departments: 80% by the end of the year" }

[[basis]]
law = "中华人民共和国预算法"
article = "第五十七条"
is_checked = false

[[skips]]
of = "budget_items"
where = "spent_fen is null or coalesce(adjusted_fen, initial_fen) is null or counted_date < make_date(fiscal_year, 9, 30)"
why = { zh = "没有支出数或预算数，或数据截至9月30日以前", en = "Nothing spent or budgeted, or the data end before 30 September" }

[columns]
unit_name = "budget_items.unit_name"
fiscal_year = "budget_items.fiscal_year"
item_count = { title = { zh = "预算项目数", en = "Budget items" }, type = "whole" }
counted_date = { title = { zh = "执行截止日期", en = "Spent by" }, type = "date" }
budget_fen = { title = { zh = "预算合计", en = "Budget" }, type = "money" }
spent_fen = { title = { zh = "支出合计", en = "Spent" }, type = "money" }
unspent_fen = { title = { zh = "未支出", en = "Unspent" }, type = "money" }
execution_rate = { title = { zh = "执行率", en = "Execution" }, type = "rate" }
standard_rate = { title = { zh = "标准", en = "Standard" }, type = "rate" }

[[evidence]]
of = "budget_items"
where = "unit_name = $unit_name and fiscal_year = $fiscal_year"
marks = ["adjusted_fen", "initial_fen", "spent_fen"]
*/
with units as (
    select
        unit_name,
        fiscal_year,
        count(*) as item_count,
        max(coalesce(counted_date, make_date(fiscal_year, 12, 31))) as counted_date,
        cast(sum(coalesce(adjusted_fen, initial_fen)) as bigint) as budget_fen,
        cast(sum(spent_fen) as bigint) as spent_fen
    from budget_items
    where
        spent_fen is not null
        and coalesce(adjusted_fen, initial_fen) is not null
        and coalesce(counted_date, make_date(fiscal_year, 12, 31)) >= make_date(fiscal_year, 9, 30)
    group by unit_name, fiscal_year
),

judged as (
    select
        *,
        case
            when counted_date >= make_date(fiscal_year, 12, 31) then $year_end_rate else $september_rate
        end as standard_rate
    from units
    where budget_fen > 0
)
select
    unit_name,
    fiscal_year,
    item_count,
    counted_date,
    budget_fen,
    spent_fen,
    budget_fen - spent_fen as unspent_fen,
    round(cast(spent_fen as double) / budget_fen, 4) as execution_rate,
    standard_rate
from judged
where spent_fen < budget_fen * standard_rate
/*
[[flagged]]
why = { zh = "到年底两个项目合计执行七成", en = "seventy of a hundred by the end of the year, over two items" }
budget_items = [
    { item_code = "1", unit_name = "U", fiscal_year = 2025, initial_fen = 5000, spent_fen = 5000 },
    { item_code = "2", unit_name = "U", fiscal_year = 2025, initial_fen = 4000, adjusted_fen = 5000, spent_fen = 2000 },
]
rows = [{ unit_name = "U", budget_fen = 10000, execution_rate = 0.7, standard_rate = 0.8 }]

[[flagged]]
why = { zh = "到九月底执行四成", en = "forty of a hundred by the end of September" }
budget_items = [{ item_code = "1", unit_name = "U", fiscal_year = 2026, initial_fen = 10000, spent_fen = 4000, counted_date = 2026-09-30 }]
rows = [{ unit_name = "U", standard_rate = 0.5, unspent_fen = 6000 }]

[[clean]]
why = { zh = "九月六成，年底八成", en = "sixty by September, eighty by the end of the year" }
budget_items = [
    { item_code = "1", unit_name = "U", fiscal_year = 2026, initial_fen = 10000, spent_fen = 6000, counted_date = 2026-10-31 },
    { item_code = "2", unit_name = "U", fiscal_year = 2025, initial_fen = 10000, spent_fen = 8000, counted_date = 2025-12-31 },
]

[[skipped]]
why = { zh = "六月判断为时过早", en = "in June it is too early to judge" }
budget_items = [{ item_code = "1", unit_name = "U", fiscal_year = 2026, initial_fen = 10000, spent_fen = 1000, counted_date = 2026-06-30 }]
*/
