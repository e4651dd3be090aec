/*
title = { zh = "约谈后通报", en = "Public notice after the interview" }
definition = { zh = "约谈主要负责人之后超过规定天数仍未整改的问题；有回复的从最近一次回复起算；规定天数的最后一天不提示", en = "Findings not rectified more than the set number of days after the interview of the head of the unit; after an answer the days count from the newest one; the last of those days is still in time" }
level = "red"
source = "003-17"
version = 1
step = "notice"

[thresholds.days]
title = { zh = "约谈后天数", en = "Days after the interview" }
unit = "days"
default = 60
least = 0
most = 730

[flagged]
unanswered = { zh = "{proof} 约谈主要负责人，{days} 天（限 {limit} 天）没有回复，仍未整改", en = "Interviewed on {proof}; no answer in {days} days (limit {limit}), not rectified" }
answered = { zh = "{proof} 约谈主要负责人，{decisive_date} 回复，此后 {days} 天（限 {limit} 天）仍未整改", en = "Interviewed on {proof}, answered on {decisive_date}; {days} days later (limit {limit}) still not rectified" }

[skipped]
*/
with taken as (
    select
        *,
        coalesce(reply_date >= interview_date, false) as is_answered,
        greatest(interview_date, due_date, coalesce(reply_date, interview_date)) as since_date
    from finding_rung_as_of
    where
        is_overdue
        and interview_date is not null
        and (notice_date is null or notice_date < interview_date)
)
select
    as_of_date,
    finding_id,
    since_date as decisive_date,
    $days as limit_value,
    if(is_answered, 'answered', 'unanswered') as outcome,
    cast(interview_date as varchar) as proof
from taken
where as_of_date > since_date + $days
