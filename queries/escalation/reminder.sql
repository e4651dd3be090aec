/*
title = { zh = "到期前提醒", en = "Reminder before the limit" }
definition = { zh = "未整改问题的整改时限临近：到期日前规定天数起至到期当日；这段时间内已提醒过的不再提示。没有整改时限的问题无从计算，不提示", en = "The limit of a finding that is not rectified is near: from the set number of days before it until the day itself, unless a reminder was given in that time. Without a limit there is nothing to reckon from" }
level = "blue"
source = "003-18"
version = 1
step = "reminder"

[thresholds.days]
title = { zh = "提前天数", en = "Days before the limit" }
unit = "days"
default = 15
least = 1
most = 365

[flagged]
near = { zh = "{due_date} 到期，还有 {days} 天（提前 {limit} 天提醒）", en = "Due on {due_date}, in {days} days (reminded {limit} days before)" }

[skipped]
*/
select
    as_of_date,
    finding_id,
    due_date as decisive_date,
    $days as limit_value,
    'near' as outcome
from finding_rung_as_of
where
    as_of_date between due_date - $days and due_date
    and (reminder_date is null or reminder_date < due_date - $days)
