/*
title = { zh = "超过分类审计周期", en = "Class cycle exceeded" }
definition = { zh = "在任，自该任职最近一次经济责任审计出具报告之日（未审的自任职之日）起，超过本局为该类别设定的周期；满周期的当天不算超过。各类周期由本局设定，没有缺省值", en = "In the post, and since its last delivered economic-responsibility audit (else since its start) more than the cycle has passed that the bureau set for its class; the very anniversary is not more. Cycles have no default: the bureau sets them" }
level = "amber"
source = "003-3"
version = 1

[thresholds.years_a]
title = { zh = "A 类周期", en = "Cycle of class A" }
unit = "years"
least = 1
most = 10

[thresholds.years_b]
title = { zh = "B 类周期", en = "Cycle of class B" }
unit = "years"
least = 1
most = 10

[thresholds.years_c]
title = { zh = "C 类周期", en = "Cycle of class C" }
unit = "years"
least = 1
most = 10

[thresholds.years_d]
title = { zh = "D 类周期", en = "Cycle of class D" }
unit = "years"
least = 1
most = 10

[flagged]
since_audit = { zh = "{audit_class}，周期 {limit} 年；上次审计 {last_audit_date}，{decisive_date} 到期，已过 {days} 天", en = "{audit_class}, cycle of {limit} years; last audited on {last_audit_date}, due on {decisive_date}, {days} days ago" }
since_start = { zh = "{audit_class}，周期 {limit} 年；{start_date} 任职后未审，{decisive_date} 到期，已过 {days} 天", en = "{audit_class}, cycle of {limit} years; not audited since {start_date}, due on {decisive_date}, {days} days ago" }

[skipped]
no_class = { zh = "没有填审计类别，不知周期", en = "The audit class is not filled in" }
not_set = { zh = "本局没有设定{audit_class}的周期", en = "The bureau has set no cycle for {audit_class}" }
no_start = { zh = "没有审过，也没有填任职日期，无处起算", en = "Never audited, and the start of the post is not filled in" }
*/
select
    as_of_date,
    post_id,
    decisive_date,
    years as limit_value,
    case
        when coalesce(audit_class not in ('A', 'B', 'C', 'D'), true) then 'no_class'
        when years is null then 'not_set'
        when decisive_date is null then 'no_start'
        when last_ec_audit_date is not null then 'since_audit'
        else 'since_start'
    end as outcome
from (
    select *, cast(coalesce(last_ec_audit_date, start_date) + to_years(years) as date) as decisive_date
    from (
        select
            *,
            case audit_class
                when 'A' then $years_a
                when 'B' then $years_b
                when 'C' then $years_c
                when 'D' then $years_d
            end as years
        from post_as_of
        where not is_left
    ) as q
) as p
where decisive_date is null or as_of_date > decisive_date
