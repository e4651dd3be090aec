/*
code = "M19"
version = 1
title = { zh = "工程逾期未完工", en = "Works overdue" }
risk = { zh = "项目久拖不决，资金沉淀，投资不能按期发挥效益，还会引起索赔和超概算。", en = "A project that drags on ties up money, serves nobody and ends in claims and overruns." }
logic = { zh = "以最近一期填报为准：实际竣工日期（未竣工用填报日期）晚于计划竣工日期超过规定天数；超过一年的另作标记。", en = "By the newest report: the works were completed, or are still unfinished on the day of the report, more days after the planned end than allowed; more than a year is marked." }
severity = "medium"
sector = "investment"
method = "limit"
key = ["project_code"]
summary = { zh = "计划{planned_end_date}竣工，到{counted_date}已逾期{late_days}天", en = "Planned to end on {planned_end_date}, {late_days} days late by {counted_date}" }
entity = { kind = "project", id = "project_code", name = "project_name" }
parties = [{ kind = "company", id = "contractor_name" }]
amount = "contract_fen"
group = "contractor_name"
picture = { kind = "distribution", value = "late_days", limit = "serious_days" }

[requires.construction_progress]
columns = ["project_code", "reported_date", "planned_end_date"]

[params.most_days]
title = { zh = "预警天数（黄）", en = "Days until a warning (yellow)" }
type = "whole"
default = 180
least = 0
most = 3650
unit = { zh = "天", en = "days" }
basis = { zh = "政府投资项目监测的公开做法：逾期180天黄色预警", en = "Published practice of monitoring public works: yellow after 180 days" }

[params.serious_days]
title = { zh = "严重逾期天数（红）", en = "Days until it is serious (red)" }
type = "whole"
default = 365
least = 0
most = 3650
unit = { zh = "天", en = "days" }
basis = { zh = "同上：逾期365天红色预警", en = "The same: red after 365 days" }

[[basis]]
law = "政府投资条例"
article = "第二十四条"
says = { zh = "政府投资项目应当按照国家有关规定合理确定并严格执行建设工期。", en = "The time of works has to be set reasonably and kept strictly." }
is_checked = false

[[skips]]
of = "construction_progress"
where = "planned_end_date is null"
why = { zh = "没有计划竣工日期", en = "No planned end" }

[columns]
project_code = "construction_progress.project_code"
project_name = "construction_progress.project_name"
contractor_name = "construction_progress.contractor_name"
contract_fen = "construction_progress.contract_fen"
physical_percent = "construction_progress.physical_percent"
planned_end_date = "construction_progress.planned_end_date"
counted_date = { title = { zh = "计算到", en = "Counted to" }, type = "date" }
late_days = { title = { zh = "逾期天数", en = "Days late" }, type = "whole" }
is_serious = { title = { zh = "是否严重逾期", en = "Seriously late" }, type = "flag" }

[[evidence]]
of = "construction_progress"
where = "project_code = $project_code"
marks = ["planned_end_date", "completed_date", "reported_date"]
*/
with newest as (
    select
        project_code,
        project_name,
        contractor_name,
        contract_fen,
        physical_percent,
        planned_end_date,
        coalesce(completed_date, reported_date) as counted_date,
        row_number() over (partition by project_code order by reported_date desc) as place
    from construction_progress
    where planned_end_date is not null
)
select
    project_code,
    project_name,
    contractor_name,
    contract_fen,
    physical_percent,
    planned_end_date,
    counted_date,
    date_diff('day', planned_end_date, counted_date) as late_days,
    date_diff('day', planned_end_date, counted_date) > $serious_days as is_serious
from newest
where place = 1 and date_diff('day', planned_end_date, counted_date) > $most_days
/*
[[flagged]]
why = { zh = "计划完工后二百天仍未完工", en = "unfinished two hundred days after the planned end" }
construction_progress = [{ project_code = "A", reported_date = 2026-07-20, planned_end_date = 2026-01-01 }]
rows = [{ project_code = "A", late_days = 200, is_serious = false }]

[[flagged]]
why = { zh = "已完工，但晚了一年多", en = "finished, but more than a year late" }
construction_progress = [{ project_code = "A", reported_date = 2026-12-31, planned_end_date = 2025-01-01, completed_date = 2026-02-05 }]
rows = [{ project_code = "A", late_days = 400, is_serious = true }]

[[clean]]
why = { zh = "一百八十天仍在预警限度之内", en = "a hundred and eighty days are still within the warning limit" }
construction_progress = [{ project_code = "A", reported_date = 2026-06-30, planned_end_date = 2026-01-01 }]

[[clean]]
why = { zh = "最新一次填报表明按期完工", en = "the newest report says that it was completed in time" }
construction_progress = [
    { project_code = "A", reported_date = 2026-09-30, planned_end_date = 2026-01-01, completed_date = 2025-12-20 },
    { project_code = "A", reported_date = 2025-11-30, planned_end_date = 2026-01-01 },
]

[[skipped]]
why = { zh = "没有计划完工日期，谈不上延误", en = "without a planned end nobody is late" }
construction_progress = [{ project_code = "A", reported_date = 2026-09-30 }]
*/
