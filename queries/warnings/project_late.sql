/*
title = { zh = "经责项目未启动或滞后", en = "Audit not started or running late" }
definition = { zh = "计划内（不含草案和已调减）、尚未出具报告的经济责任审计项目：未进点而计划进点日已过超过宽限天数；或已进点（不进点的项目不看进点）而计划出具日已过超过宽限天数。宽限期最后一天不预警。一人有几个项目的取最早到期的一个", en = "An economic-responsibility project of the plan (no draft, not cancelled) whose report is not delivered: not on site although the planned entry passed by more than the days of grace; or on site (or carried out without a visit) although the planned delivery passed by more than them. The last day of grace is still in time. Of several projects for one post, the one due first" }
level = "amber"
source = "000-2"
version = 1

[thresholds.days]
title = { zh = "宽限天数", en = "Days of grace" }
unit = "days"
default = 15
least = 0
most = 365

[flagged]
not_started = { zh = "“{project}”计划 {decisive_date} 进点，已过 {days} 天（宽限 {limit} 天），尚未启动", en = "“{project}” was to be on site on {decisive_date}, {days} days ago (grace {limit}), and has not started" }
running_late = { zh = "“{project}”计划 {decisive_date} 出具报告，已过 {days} 天（宽限 {limit} 天），仍未出具", en = "“{project}” was to deliver its report on {decisive_date}, {days} days ago (grace {limit}), and has not" }

[skipped]
no_entry = { zh = "“{project}”尚未进点，也没有填计划进点日", en = "“{project}” is not on site and has no planned entry" }
no_delivery = { zh = "“{project}”已启动，没有填计划出具日", en = "“{project}” has started and has no planned delivery" }
*/
select
    as_of_date,
    post_id,
    project_id,
    decisive_date,
    $days as limit_value,
    case
        when decisive_date is null then if(is_waiting, 'no_entry', 'no_delivery')
        else if(is_waiting, 'not_started', 'running_late')
    end as outcome
from (
    select
        *,
        not is_desk_only and entry_date is null as is_waiting,
        if(not is_desk_only and entry_date is null, planned_entry_date, planned_delivery_date) as decisive_date
    from post_audit_as_of
    where project_type = 'economic_responsibility' and not is_delivered
) as t
where decisive_date is null or as_of_date > decisive_date + $days
qualify row_number() over (
    partition by as_of_date, post_id order by decisive_date nulls last, project_id
) = 1
