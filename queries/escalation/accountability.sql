/*
title = { zh = "通报后移送追责", en = "Transfer for accountability after the notice" }
definition = { zh = "通报之后超过规定天数仍未整改的问题，建议移送有权机关追责；有回复的从最近一次回复起算；规定天数的最后一天不提示。审计机关只建议和移送，不作追责决定", en = "Findings not rectified more than the set number of days after the public notice are proposed for transfer to the body entitled to hold to account; after an answer the days count from the newest one; the last of those days is still in time. The bureau proposes and transfers, it decides on nobody" }
level = "red"
source = "003-17"
version = 1
step = "accountability_transfer"

[thresholds.days]
title = { zh = "通报后天数", en = "Days after the notice" }
unit = "days"
default = 60
least = 0
most = 730

[flagged]
unanswered = { zh = "{proof} 通报，{days} 天（限 {limit} 天）没有回复，仍未整改", en = "Public notice on {proof}; no answer in {days} days (limit {limit}), not rectified" }
answered = { zh = "{proof} 通报，{decisive_date} 回复，此后 {days} 天（限 {limit} 天）仍未整改", en = "Public notice on {proof}, answered on {decisive_date}; {days} days later (limit {limit}) still not rectified" }

[skipped]
*/
with taken as (
    select
        *,
        coalesce(reply_date >= notice_date, false) as is_answered,
        greatest(notice_date, due_date, coalesce(reply_date, notice_date)) as since_date
    from finding_rung_as_of
    where
        is_overdue
        and notice_date is not null
        and (accountability_transfer_date is null or accountability_transfer_date < notice_date)
)
select
    as_of_date,
    finding_id,
    since_date as decisive_date,
    $days as limit_value,
    if(is_answered, 'answered', 'unanswered') as outcome,
    cast(notice_date as varchar) as proof
from taken
where as_of_date > since_date + $days
