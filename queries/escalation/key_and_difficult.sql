/*
title = { zh = "重点难点", en = "Key and difficult" }
definition = { zh = "重点：七张问题清单的重大问题、有领导批示，或未整改金额达到规定数额；难点：超过整改时限规定天数仍未整改。尚未提请政府督查督办的列为督办事项；规定天数的最后一天不列入", en = "Key: a major problem, instructed by leaders, or at least the set amount still open. Difficult: not rectified more than the set number of days past the limit. A matter for government supervision unless it is there already; the last of those days is still in time" }
level = "red"
source = "002-9"
version = 1
step = "government_supervision"

[thresholds.days]
title = { zh = "超期天数", en = "Days past the limit" }
unit = "days"
default = 30
least = 0
most = 730

[thresholds.amount]
title = { zh = "未整改金额", en = "Amount still open" }
unit = "wan_yuan"
default = 1000
least = 1
most = 10000000

[flagged]
major = { zh = "重点难点：重大问题，{due_date} 到期，超期 {days} 天（限 {limit} 天）未整改", en = "Key and difficult: a major problem, due on {due_date}, {days} days ago (limit {limit}), not rectified" }
instructed = { zh = "重点难点：有领导批示，{due_date} 到期，超期 {days} 天（限 {limit} 天）未整改", en = "Key and difficult: instructed by leaders, due on {due_date}, {days} days ago (limit {limit}), not rectified" }
large = { zh = "重点难点：未整改金额 {money}，{due_date} 到期，超期 {days} 天（限 {limit} 天）未整改", en = "Key and difficult: {money} still open, due on {due_date}, {days} days ago (limit {limit}), not rectified" }

[skipped]
*/
select
    as_of_date,
    finding_id,
    due_date as decisive_date,
    $days as limit_value,
    case
        when is_major then 'major'
        when has_leader_instruction then 'instructed'
        else 'large'
    end as outcome,
    printf('%.2f', open_fen / 1000000) as proof
from finding_rung_as_of
where
    government_supervision_date is null
    and as_of_date > due_date + $days
    and (is_major or has_leader_instruction or open_fen >= cast($amount as bigint) * 1000000)
