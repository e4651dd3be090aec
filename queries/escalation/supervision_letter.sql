/*
title = { zh = "催办后发督办函", en = "Supervision letter after urging" }
definition = { zh = "催办之后超过规定天数仍未整改、也没有回复的问题；有回复的从最近一次回复起算，回复后超过规定天数仍未整改的同样提示；规定天数的最后一天不提示", en = "Findings urged more than the set number of days ago, without an answer and not rectified. After an answer the days count from the newest one; the last of those days is still in time" }
level = "amber"
source = "002-9"
version = 1
step = "supervision_letter"

[thresholds.days]
title = { zh = "催办后天数", en = "Days after urging" }
unit = "days"
default = 30
least = 0
most = 730

[flagged]
unanswered = { zh = "{proof} 催办，{days} 天（限 {limit} 天）没有回复，仍未整改", en = "Urged on {proof}; no answer in {days} days (limit {limit}), not rectified" }
answered = { zh = "{proof} 催办，{decisive_date} 回复，此后 {days} 天（限 {limit} 天）仍未整改", en = "Urged on {proof}, answered on {decisive_date}; {days} days later (limit {limit}) still not rectified" }

[skipped]
*/
with taken as (
    select
        *,
        coalesce(reply_date >= urge_date, false) as is_answered,
        greatest(urge_date, coalesce(reply_date, urge_date)) as since_date
    from finding_rung_as_of
    where is_overdue and urge_date > due_date and (supervision_letter_date is null or supervision_letter_date < urge_date)
)
select
    as_of_date,
    finding_id,
    since_date as decisive_date,
    $days as limit_value,
    if(is_answered, 'answered', 'unanswered') as outcome,
    cast(urge_date as varchar) as proof
from taken
where as_of_date > since_date + $days
