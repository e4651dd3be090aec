/*
title = { zh = "督查督办后约谈", en = "Interview after government supervision" }
definition = { zh = "提请政府督查督办之后超过规定天数仍未整改的问题；有回复的从最近一次回复起算；规定天数的最后一天不提示。约谈结果报审计委员会", en = "Findings under government supervision for more than the set number of days and not rectified; after an answer the days count from the newest one; the last of those days is still in time. The result of the interview goes to the audit committee" }
level = "red"
source = "003-17"
version = 1
step = "interview"

[thresholds.days]
title = { zh = "督查督办后天数", en = "Days after government supervision" }
unit = "days"
default = 60
least = 0
most = 730

[flagged]
unanswered = { zh = "{proof} 提请政府督查督办，{days} 天（限 {limit} 天）没有回复，仍未整改", en = "Under government supervision since {proof}; no answer in {days} days (limit {limit}), not rectified" }
answered = { zh = "{proof} 提请政府督查督办，{decisive_date} 回复，此后 {days} 天（限 {limit} 天）仍未整改", en = "Under government supervision since {proof}, answered on {decisive_date}; {days} days later (limit {limit}) still not rectified" }

[skipped]
*/
with taken as (
    select
        *,
        coalesce(reply_date >= government_supervision_date, false) as is_answered,
        greatest(government_supervision_date, due_date, coalesce(reply_date, government_supervision_date)) as since_date
    from finding_rung_as_of
    where
        is_overdue
        and government_supervision_date is not null
        and (interview_date is null or interview_date < government_supervision_date)
)
select
    as_of_date,
    finding_id,
    since_date as decisive_date,
    $days as limit_value,
    if(is_answered, 'answered', 'unanswered') as outcome,
    cast(government_supervision_date as varchar) as proof
from taken
where as_of_date > since_date + $days
