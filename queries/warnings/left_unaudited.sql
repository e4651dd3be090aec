/*
title = { zh = "离任未审", en = "Left and not audited" }
definition = { zh = "已离任，离任日之后超过规定天数，该任职没有已出具报告的经济责任审计；规定天数的最后一天不预警", en = "The official has left, more than the set number of days ago, and no economic-responsibility audit of that post has been delivered; the last of those days is still in time" }
level = "red"
source = "000-2"
version = 1

[thresholds.days]
title = { zh = "离任后天数", en = "Days after leaving" }
unit = "days"
default = 90
least = 0
most = 1825

[flagged]
left = { zh = "{decisive_date} 离任，至今 {days} 天（限 {limit} 天）未审", en = "Left on {decisive_date}, {days} days ago (limit {limit}), and not audited" }

[skipped]
*/
select
    as_of_date,
    post_id,
    end_date as decisive_date,
    $days as limit_value,
    'left' as outcome
from post_as_of
where is_left and not is_ec_audited and as_of_date > end_date + $days
