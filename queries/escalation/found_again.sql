/*
title = { zh = "屡查屡犯", en = "Found again and again" }
definition = { zh = "认定或台账标明为屡审屡犯，超过整改时限规定天数仍未整改。尚未提请政府督查督办的列为督办事项；规定天数的最后一天不列入", en = "A repeat finding, as a person decided or the ledger states, not rectified more than the set number of days past its limit. A matter for government supervision unless it is there already; the last of those days is still in time" }
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

[flagged]
linked = { zh = "屡查屡犯：{proof} 已发现同类问题，{due_date} 到期，超期 {days} 天（限 {limit} 天）未整改", en = "Found again: the same problem was there in {proof}; due on {due_date}, {days} days ago (limit {limit}), not rectified" }
stated = { zh = "屡查屡犯：台账标明为屡审屡犯，{due_date} 到期，超期 {days} 天（限 {limit} 天）未整改", en = "Found again: the ledger states a repeat finding; due on {due_date}, {days} days ago (limit {limit}), not rectified" }

[skipped]
*/
select
    f.as_of_date,
    f.finding_id,
    f.due_date as decisive_date,
    $days as limit_value,
    if(r.prior_year is null, 'stated', 'linked') as outcome,
    -- The year always; the number only where the reader of this finding may see the earlier one too.
    concat_ws(' ', r.prior_year, r.prior_finding_code) as proof
from finding_rung_as_of as f
left join repeat_as_of as r on r.as_of_date = f.as_of_date and r.finding_id = f.finding_id
where
    f.is_repeat
    and f.government_supervision_date is null
    and f.as_of_date > f.due_date + $days
