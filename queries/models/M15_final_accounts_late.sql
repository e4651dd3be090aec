/*
code = "M15"
version = 1
title = { zh = "竣工财务决算不及时", en = "Final accounts late" }
risk = { zh = "项目已使用却长期不办决算，资产不能入账，结余资金滞留，超支和挪用难以发现。", en = "Works in use without final accounts: the asset is in no books, remaining money lies idle, overruns go unseen." }
logic = { zh = "项目完工可投入使用（试运行合格）后，超过规定月数才编报竣工财务决算，或到最近一期填报仍未编报。经批准延长的月数在参数中加上。", en = "Final accounts came later than the allowed number of months after completion, or have not come by the newest report. An extension that was granted is set by its parameter." }
severity = "medium"
sector = "investment"
method = "limit"
key = ["project_code"]
summary = { zh = "{completed_date}完工，到{counted_date}超过编报期限{late_months}个月以上", en = "Completed on {completed_date}; by {counted_date} {late_months} full months beyond the time for final accounts" }
entity = { kind = "project", id = "project_code", name = "project_name" }
parties = [{ kind = "company", id = "contractor_name" }]
amount = "investment_fen"
picture = { kind = "distribution", value = "late_months" }

[requires.construction_progress]
columns = ["project_code", "reported_date", "completed_date", "accounts_date"]

[params.months]
title = { zh = "编报期限", en = "Months allowed" }
type = "whole"
default = 3
least = 0
most = 60
unit = { zh = "个月", en = "months" }
basis = { zh = "财建〔2016〕503号第二条：项目完工可投入使用或者试运行合格后3个月内", en = "Caijian 2016 No. 503, article 2: within three months after completion" }

[params.extension_months]
title = { zh = "经批准的延长", en = "Extension granted" }
type = "whole"
default = 0
least = 0
most = 12
unit = { zh = "个月", en = "months" }
basis = { zh = "同条：特殊情况可延长，中小型项目不超过2个月，大型项目不超过6个月", en = "The same article: at most two months more for small and medium projects, six for large ones" }

[[basis]]
law = "基本建设项目竣工财务决算管理暂行办法（财建〔2016〕503号）"
article = "第二条"
is_checked = false

[[basis]]
law = "政府投资条例"
article = "第二十五条"
is_checked = true

[columns]
project_code = "construction_progress.project_code"
project_name = "construction_progress.project_name"
contractor_name = "construction_progress.contractor_name"
investment_fen = "construction_progress.investment_fen"
completed_date = "construction_progress.completed_date"
accounts_date = "construction_progress.accounts_date"
counted_date = { title = { zh = "计算到", en = "Counted to" }, type = "date" }
late_months = { title = { zh = "超期整月数", en = "Full months late" }, type = "whole" }

[[evidence]]
of = "construction_progress"
where = "project_code = $project_code"
marks = ["completed_date", "accounts_date", "reported_date"]
*/
with newest as (
    select
        project_code,
        project_name,
        contractor_name,
        investment_fen,
        completed_date,
        accounts_date,
        coalesce(accounts_date, reported_date) as counted_date,
        row_number() over (partition by project_code order by reported_date desc) as place
    from construction_progress
),

aged as (
    select
        *,
        -- Calendar months begun since the completion, and whether the day of the month has passed.
        (year(counted_date) - year(completed_date)) * 12 + month(counted_date) - month(completed_date) as months_between,
        day(counted_date) - day(completed_date) as days_beyond
    from newest
    where place = 1 and completed_date is not null
)
select
    project_code,
    project_name,
    contractor_name,
    investment_fen,
    completed_date,
    accounts_date,
    counted_date,
    months_between - case when days_beyond < 0 then 1 else 0 end - ($months + $extension_months) as late_months
from aged
where
    months_between > $months + $extension_months
    or (months_between = $months + $extension_months and days_beyond > 0)
/*
[[flagged]]
why = { zh = "竣工一年仍没有决算", en = "a year after completion there are no accounts" }
construction_progress = [{ project_code = "A", reported_date = 2026-06-30, completed_date = 2025-06-30 }]
rows = [{ project_code = "A", late_months = 9 }]

[[flagged]]
why = { zh = "晚了一天", en = "they came a day late" }
construction_progress = [{ project_code = "A", reported_date = 2026-12-31, completed_date = 2026-01-31, accounts_date = 2026-05-01 }]
rows = [{ project_code = "A", late_months = 0 }]

[[clean]]
why = { zh = "在三个月的最后一天提交", en = "they came on the last day of the three months" }
construction_progress = [{ project_code = "A", reported_date = 2026-12-31, completed_date = 2026-01-15, accounts_date = 2026-04-15 }]

[[clean]]
why = { zh = "批准延长两个月，五个月仍为按期", en = "with two months more granted, five months are in time" }
params = { extension_months = 2 }
construction_progress = [{ project_code = "A", reported_date = 2026-12-31, completed_date = 2026-01-15, accounts_date = 2026-06-15 }]

[[clean]]
why = { zh = "在建工程不必决算", en = "works that go on owe no accounts" }
construction_progress = [{ project_code = "A", reported_date = 2026-12-31 }]
*/
