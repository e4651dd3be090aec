/*
code = "M25D"
version = 1
title = { zh = "接待费紧贴限额反复报销", en = "Hospitality just below a limit, again and again" }
risk = { zh = "把一笔大额招待拆成几张紧贴审批限额的单据，规避审批和公开。", en = "One large bill in parts that each stay just below what needs approval." }
logic = { zh = "同一单位同一年度，摘要或科目含接待、招待的借方分录中，金额在限额以下、不低于限额规定比例的，达到规定笔数。一个单位一年一条。", en = "A unit has, in one year, the given number of hospitality entries or more whose amount lies below the limit but not below the given share of it. One row a unit and year." }
severity = "medium"
sector = "public_finance"
method = "distribution"
key = ["unit_name", "fiscal_year"]
summary = { zh = "{fiscal_year}年有{entry_count}笔接待费紧贴限额{limit}以下，合计{total_fen}", en = "{entry_count} entries of hospitality just below {limit} in {fiscal_year}, {total_fen} in all" }
entity = { kind = "unit", id = "unit_name" }
parties = [{ kind = "unit", id = "unit_name" }]
amount = "total_fen"
picture = { kind = "bars", label = "unit_name", value = "total_fen" }

[requires.vouchers]
columns = ["unit_name", "fiscal_year", "voucher_code", "summary", "debit_fen"]

[params.limit]
title = { zh = "审批限额", en = "Limit of approval" }
type = "money"
default = 5000
least = 1
unit = { zh = "元", en = "yuan" }
basis = { zh = "单位内部审批权限，按单位制度填写", en = "The unit's own rule of approval: enter it" }

[params.least_share]
title = { zh = "紧贴比例", en = "Just below means from" }
type = "rate"
default = 0.95
least = 0.5
most = 1
basis = { zh = "经验值：限额的95%以上", en = "From practice: from 95% of the limit" }

[params.least_count]
title = { zh = "最少笔数", en = "Fewest entries" }
type = "whole"
default = 5
least = 2
most = 1000
unit = { zh = "笔", en = "entries" }
basis = { zh = "偶然一两笔不说明问题", en = "One or two may be chance" }

[[basis]]
law = "党政机关国内公务接待管理规定"
article = "第十六条"
is_checked = false

[[skips]]
of = "vouchers"
where = "debit_fen > 0 and summary is null and account_name is null"
why = { zh = "没有摘要和科目名称", en = "Neither summary nor account" }

[columns]
unit_name = "vouchers.unit_name"
fiscal_year = "vouchers.fiscal_year"
entry_count = { title = { zh = "笔数", en = "Entries" }, type = "whole" }
total_fen = { title = { zh = "合计", en = "In all" }, type = "money" }
least_fen = { title = { zh = "最低一笔", en = "Smallest" }, type = "money" }
most_fen = { title = { zh = "最高一笔", en = "Largest" }, type = "money" }

[[evidence]]
of = "vouchers"
where = "unit_name = $unit_name and fiscal_year = $fiscal_year and debit_fen >= $least_fen and debit_fen <= $most_fen and (summary like '%接待%' or summary like '%招待%' or account_name like '%接待%' or account_name like '%招待%')"
marks = ["summary", "debit_fen"]
*/
select
    unit_name,
    fiscal_year,
    count(*) as entry_count,
    cast(sum(debit_fen) as bigint) as total_fen,
    min(debit_fen) as least_fen,
    max(debit_fen) as most_fen
from vouchers
where
    (summary like '%接待%' or summary like '%招待%' or account_name like '%接待%' or account_name like '%招待%')
    and debit_fen < $limit
    and debit_fen >= $limit * $least_share
group by unit_name, fiscal_year
having count(*) >= $least_count
/*
[[flagged]]
why = { zh = "两笔4990元，两笔即够", en = "two entries of 4,990 yuan, where two are enough" }
params = { least_count = 2 }
vouchers = [
    { unit_name = "U", fiscal_year = 2026, voucher_code = "1", summary = "公务接待", debit_fen = 499000 },
    { unit_name = "U", fiscal_year = 2026, voucher_code = "2", summary = "付招待费", debit_fen = 475000 },
]
rows = [{ unit_name = "U", entry_count = 2, total_fen = 974000 }]

[[clean]]
why = { zh = "一笔高于界限，一笔远低于界限，一笔是纸张", en = "one above the limit, one far below, one for paper" }
params = { least_count = 2 }
vouchers = [
    { unit_name = "U", fiscal_year = 2026, voucher_code = "1", summary = "公务接待", debit_fen = 500000 },
    { unit_name = "U", fiscal_year = 2026, voucher_code = "2", summary = "公务接待", debit_fen = 120000 },
    { unit_name = "U", fiscal_year = 2026, voucher_code = "3", summary = "办公用纸", debit_fen = 499000 },
    { unit_name = "U", fiscal_year = 2026, voucher_code = "4", summary = "公务接待", debit_fen = 499000 },
]

[[skipped]]
why = { zh = "没有写明用途", en = "what it was for is not said" }
vouchers = [{ unit_name = "U", fiscal_year = 2026, voucher_code = "记-1", debit_fen = 499000 }]
*/
