/*
title = { zh = "任职多年从未审计", en = "Long in the post, never audited" }
definition = { zh = "在任超过规定年数（满年数的当天不算超过），该任职没有已出具报告的经济责任审计", en = "In the post for more than the set number of years (the very anniversary is not more), with no economic-responsibility audit of that post delivered" }
level = "amber"
source = "000-2"
version = 1

[thresholds.years]
title = { zh = "任职年数", en = "Years in the post" }
unit = "years"
default = 3
least = 1
most = 10

[flagged]
long = { zh = "{start_date} 任职，{decisive_date} 满 {limit} 年，至今从未审计", en = "In the post since {start_date}; {limit} years were full on {decisive_date}; never audited" }

[skipped]
no_start = { zh = "没有填任职日期，无法计算任职年数", en = "The start of the post is not filled in" }
*/
select
    as_of_date,
    post_id,
    decisive_date,
    $years as limit_value,
    case when decisive_date is null then 'no_start' else 'long' end as outcome
from (
    select *, cast(start_date + to_years($years) as date) as decisive_date
    from post_as_of
    where not is_left and not is_ec_audited
) as p
where decisive_date is null or as_of_date > decisive_date
