/*
title = { zh = "审计结果未运用", en = "Audit result not used" }
definition = { zh = "该任职最近一次经济责任审计出具报告后超过规定天数，组织部门仍没有运用结果的记录；规定天数的最后一天不预警", en = "The last economic-responsibility audit of the post was delivered more than the set number of days ago, and no use of its result by the organisation department is recorded; the last of those days is still in time" }
level = "blue"
source = "003-12"
version = 1

[thresholds.days]
title = { zh = "出具后天数", en = "Days after delivery" }
unit = "days"
default = 90
least = 1
most = 730

[flagged]
unused = { zh = "“{project}”{decisive_date} 出具报告，{days} 天（限 {limit} 天）未见结果运用", en = "“{project}” delivered its report on {decisive_date}; in {days} days (limit {limit}) its result has not been used" }

[skipped]
*/
select
    as_of_date,
    post_id,
    project_id,
    delivery_date as decisive_date,
    $days as limit_value,
    'unused' as outcome
from (
    select *
    from post_audit_as_of
    where project_type = 'economic_responsibility' and is_delivered
    qualify row_number() over (
        partition by as_of_date, post_id order by delivery_date desc, project_id desc
    ) = 1
) as t
where not is_result_used and as_of_date > delivery_date + $days
