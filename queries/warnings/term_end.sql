/*
title = { zh = "任期届满或退休临近未审", en = "Term or career ends soon, not audited" }
definition = { zh = "在任，预计任期届满日与预计退休日较早者距当日不超过规定天数（含当天），或已过而仍在任；本任期内没有已出具报告的经济责任审计", en = "Still in the post, whose expected end of term or the official's retirement, whichever comes first, is at most the set number of days away or has passed; no economic-responsibility audit of this term has been delivered" }
level = "amber"
source = "000-2"
version = 1

[thresholds.days]
title = { zh = "提前天数", en = "Days ahead" }
unit = "days"
default = 180
least = 1
most = 1095

[flagged]
term_ahead = { zh = "任期将于 {decisive_date} 届满，还有 {days} 天（提前 {limit} 天预警），本任期未审", en = "The term ends on {decisive_date}, in {days} days (warned {limit} days ahead); not audited in this term" }
term_past = { zh = "任期已于 {decisive_date} 届满，超过 {days} 天，仍在任，本任期未审", en = "The term ended on {decisive_date}, {days} days ago; still in the post and not audited in this term" }
retirement_ahead = { zh = "预计 {decisive_date} 退休，还有 {days} 天（提前 {limit} 天预警），本任期未审", en = "Retirement is expected on {decisive_date}, in {days} days (warned {limit} days ahead); not audited in this term" }
retirement_past = { zh = "预计退休日 {decisive_date} 已过 {days} 天，仍在任，本任期未审", en = "The expected retirement of {decisive_date} passed {days} days ago; still in the post and not audited in this term" }

[skipped]
no_dates = { zh = "没有填预计届满日，也没有填预计退休日，无法判断", en = "Neither the expected end of term nor the retirement is filled in" }
*/
select
    as_of_date,
    post_id,
    decisive_date,
    $days as limit_value,
    case
        when decisive_date is null then 'no_dates'
        else case when decisive_date = retirement_date then 'retirement' else 'term' end
            || case when decisive_date < as_of_date then '_past' else '_ahead' end
    end as outcome
from (
    -- The earlier of the two, as least() passes over the one that is not filled in.
    select *, least(expected_end_date, retirement_date) as decisive_date
    from post_as_of
    where not is_left and not is_ec_audited
) as p
where decisive_date is null or decisive_date <= as_of_date + $days
