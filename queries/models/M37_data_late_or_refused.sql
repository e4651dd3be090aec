/*
code = "M37"
version = 1
title = { zh = "资料迟报、拒报", en = "Data late or refused" }
risk = { zh = "被审计单位拖延、拒绝提供资料，影响审计，也可能在掩盖问题。", en = "A unit that delays or refuses data hinders the audit, and may hide something." }
logic = { zh = "逾期提供、拒绝提供，或到统计截止日期仍未提供的资料需求。没有统计截止日期的，按台账中最晚的日期计算。", en = "Requests answered after the time, refused, or not answered by the day of the list (where it names none, by its latest date)." }
exclusions = { zh = "没有提供期限的，按提出后规定天数计算。", en = "Without a due date the given number of days after the request counts." }
severity = "low"
sector = "audit_work"
method = "limit"
key = ["request_code"]
summary = { zh = "{requested}应于{limit_date}前提供，{received_date}收到，逾期{late_days}天", en = "{requested} was due on {limit_date}, received on {received_date}: {late_days} days late" }
entity = { kind = "unit", id = "unit_name" }
parties = [{ kind = "unit", id = "unit_name" }]
group = "unit_name"
picture = { kind = "distribution", value = "late_days" }

[requires.data_requests]
columns = ["request_code", "unit_name", "asked_date"]

[params.usual_days]
title = { zh = "默认提供天数", en = "Usual time" }
type = "whole"
default = 14
least = 0
most = 365
unit = { zh = "天", en = "days" }
basis = { zh = "没有写明期限时采用，按本机关规定修改", en = "Where no date was set; enter the bureau's own rule" }

[params.most_days]
title = { zh = "允许逾期天数", en = "Days late allowed" }
type = "whole"
default = 0
least = 0
most = 365
unit = { zh = "天", en = "days" }
basis = { zh = "逾期一天即迟报", en = "One day late is late" }

[[basis]]
law = "中华人民共和国审计法"
article = "第三十四条、第四十七条"
says = { zh = "被审计单位不得拒绝、拖延提供与审计事项有关的资料。", en = "An audited unit may not refuse or delay what concerns the audit." }
is_checked = false

[columns]
request_code = "data_requests.request_code"
unit_name = "data_requests.unit_name"
project_name = "data_requests.project_name"
requested = "data_requests.requested"
asked_date = "data_requests.asked_date"
limit_date = { title = { zh = "应提供日期", en = "Due" }, type = "date" }
received_date = "data_requests.received_date"
refused_date = "data_requests.refused_date"
refusal_reason = "data_requests.refusal_reason"
late_days = { title = { zh = "逾期天数", en = "Days late" }, type = "whole" }
is_refused = { title = { zh = "是否拒绝", en = "Refused" }, type = "flag" }

[[evidence]]
of = "data_requests"
where = "request_code = $request_code"
marks = ["due_date", "received_date", "refused_date"]
*/
with latest as (
    select
        max(
            coalesce(
                counted_date,
                case when received_date > asked_date then received_date else asked_date end
            )
        ) as counted
    from data_requests
),

judged as (
    select
        data_requests.*,
        coalesce(due_date, asked_date + cast($usual_days as integer)) as limit_date,
        coalesce(received_date, counted_date, latest.counted) as until_date,
        refused_date is not null and received_date is null as is_refused
    from data_requests
    cross join latest
)
select
    request_code,
    unit_name,
    project_name,
    requested,
    asked_date,
    limit_date,
    received_date,
    refused_date,
    refusal_reason,
    case
        when date_diff('day', limit_date, until_date) > 0 then date_diff('day', limit_date, until_date) else 0
    end as late_days,
    is_refused
from judged
where is_refused or date_diff('day', limit_date, until_date) > $most_days
/*
[[flagged]]
why = { zh = "晚一天、被拒绝、到清单日期仍未报送", en = "a day late, refused, and still owed on the day of the list" }
data_requests = [
    { request_code = "1", asked_date = 2026-03-01, due_date = 2026-03-15, received_date = 2026-03-16, counted_date = 2026-06-30 },
    { request_code = "2", asked_date = 2026-06-29, due_date = 2026-07-15, refused_date = 2026-06-30, counted_date = 2026-06-30 },
    { request_code = "3", asked_date = 2026-03-01, due_date = 2026-03-15, counted_date = 2026-06-30 },
]
rows = [
    { request_code = "1", late_days = 1, is_refused = false },
    { request_code = "2", late_days = 0, is_refused = true },
    { request_code = "3", late_days = 107, is_refused = false },
]

[[flagged]]
why = { zh = "没有期限和清单日期时，按两周和清单中最晚的日期", en = "without a due date and a day of the list, two weeks and the latest date of the list count" }
data_requests = [
    { request_code = "1", asked_date = 2026-03-01 },
    { request_code = "2", asked_date = 2026-03-10, received_date = 2026-03-20 },
]
rows = [{ request_code = "1", late_days = 5 }]

[[clean]]
why = { zh = "按期，或尚未到期", en = "in time, or not due yet" }
data_requests = [
    { request_code = "1", asked_date = 2026-03-01, due_date = 2026-03-15, received_date = 2026-03-15 },
    { request_code = "2", asked_date = 2026-03-10, due_date = 2026-03-25, counted_date = 2026-03-20 },
]
*/
