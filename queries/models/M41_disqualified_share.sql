/*
code = "M41"
aliases = ["R038"]
version = 1
title = { zh = "否决投标比例异常高", en = "High share of disqualified bids" }
risk = { zh = "招标人或代理机构经常否决投标，可能在为内定的投标人清场；投标人经常被否决，可能在故意陪标。", en = "A buyer or agency that often disqualifies may clear the field for a chosen bidder; a bidder that is often disqualified may only accompany others." }
logic = { zh = "分别按招标人、代理机构、投标人计算：被否决投标数÷已递交投标数（待评审、有效、被否决）。固定界限：比例不低于界限；分布界限：在同类中达到上界 Q3＋1.5×（Q3－Q1）。分位数按 Hyndman–Fan 第 8 种方法计算。", en = "For each buyer, agency and bidder: disqualified ÷ submitted bids (pending, valid, disqualified). By a fixed limit, or by the upper fence Q3 + 1.5 × (Q3 − Q1) among its kind; quartiles by method 8 of Hyndman and Fan." }
exclusions = { zh = "撤回的、受邀未投的投标不计；取消的招标不计；已递交投标少于规定份数的不判断；上界为零时不按分布判断。", en = "Withdrawn bids, mere invitations and cancelled tenders do not count; those with fewer submitted bids than required are not judged; a fence of zero is not used." }
severity = "medium"
sector = "procurement"
method = "distribution"
key = ["kind", "party_id"]
summary = { zh = "{kind}{party_name}：{submitted_count} 份投标中 {disqualified_count} 份被否决，占 {disqualified_rate}", en = "{kind} {party_name}: {disqualified_count} of {submitted_count} bids disqualified, {disqualified_rate}" }
entity = { kind = "unit", id = "party_id", name = "party_name" }
parties = [{ kind = "unit", id = "unit_name" }, { kind = "company", id = "company_id", name = "company_name" }]
group = "kind"
picture = { kind = "distribution", value = "disqualified_rate", limit = "limit_rate" }

[alias_params.R038]
limit_by = "fence"
fewest_bids = 2
fewest_submitted = 2

[requires.bids]
columns = ["tender_code", "bidder_name", "status"]

[requires.tenders]
is_optional = true
columns = ["tender_code", "buyer_name"]

[params.limit_by]
title = { zh = "界限", en = "Limit" }
type = "choice"
default = "fixed"
basis = { zh = "多数单位从不否决投标时分布没有上界，固定界限更有用；Cardinal R038 用分布", en = "Where most never disqualify the distribution has no fence; Cardinal's R038 uses the distribution" }

[params.limit_by.choices]
fixed = { zh = "固定界限", en = "Fixed limit" }
fence = { zh = "分布的上界", en = "Upper fence" }

[params.least_rate]
title = { zh = "最低比例", en = "Lowest share" }
type = "rate"
default = 0.5
least = 0
most = 1
basis = { zh = "审计经验值；相当于 Cardinal R038 的 threshold", en = "A value of practice; Cardinal's R038 calls it threshold" }

[params.fewest_submitted]
title = { zh = "投标人的最少投标份数", en = "Fewest bids of a bidder" }
type = "whole"
default = 5
least = 1
most = 100000
unit = { zh = "份", en = "bids" }
basis = { zh = "Cardinal R038 的 minimum_submitted_bids 为 2；本库取 5 以减少误报", en = "Cardinal's minimum_submitted_bids is 2; 5 here for fewer false alarms" }

[params.fewest_bids]
title = { zh = "招标人和代理机构的最少投标份数", en = "Fewest bids of a buyer or agency" }
type = "whole"
default = 10
least = 1
most = 100000
unit = { zh = "份", en = "bids" }
basis = { zh = "Cardinal R038 的 minimum_contracting_processes 为 2，按投标份数计；本库取 10", en = "Cardinal's minimum_contracting_processes is 2, counted in bids; 10 here" }

[[basis]]
law = "中华人民共和国招标投标法实施条例"
article = "第五十一条"
is_checked = false

[[basis]]
law = "Cardinal（open-contracting/cardinal-rs）"
article = "R038"
is_checked = true

[[skips]]
of = "bids"
where = "status is null"
why = { zh = "没有投标结果", en = "No result of the bid" }

[columns]
kind = { title = { zh = "角色", en = "Role" }, type = "text", words = { "投标人" = "bidder", "招标人" = "tendering party", "代理机构" = "agency" } }
party_name = { title = { zh = "名称", en = "Name" }, type = "text" }
party_id = { title = { zh = "识别号", en = "Number" }, type = "text" }
unit_name = { title = { zh = "招标人或代理机构", en = "Buyer or agency" }, type = "text" }
company_name = { title = { zh = "投标人", en = "Bidder" }, type = "text" }
company_id = { title = { zh = "投标人识别号", en = "Bidder's number" }, type = "text" }
submitted_count = { title = { zh = "已递交投标", en = "Submitted bids" }, type = "whole" }
disqualified_count = { title = { zh = "被否决投标", en = "Disqualified bids" }, type = "whole" }
disqualified_rate = { title = { zh = "否决比例", en = "Share disqualified" }, type = "rate" }
limit_rate = { title = { zh = "界限", en = "Limit" }, type = "rate" }

[[evidence]]
of = "bids"
where = "($kind = '投标人' and coalesce(bidder_code, bidder_number, bidder_name) = $party_id) or ($kind = '招标人' and buyer_name = $party_id) or ($kind = '代理机构' and agency_name = $party_id)"
marks = ["status", "bidder_name"]

[[evidence]]
of = "tenders"
where = "($kind = '招标人' and buyer_name = $party_id) or ($kind = '代理机构' and agency_name = $party_id)"
marks = ["buyer_name", "agency_name"]
*/
with told as (
    select
        coalesce(bids.buyer_name, tenders.buyer_name) as buyer_name,
        coalesce(bids.agency_name, tenders.agency_name) as agency_name,
        coalesce(bids.bidder_code, bids.bidder_number, bids.bidder_name) as bidder_id,
        bids.bidder_name,
        case
            when regexp_matches(lower(bids.status), '否决|废标|无效|不合格|reject|disqualif|invalid') then 1
            else 0
        end as disqualified
    from bids
    left join tenders on bids.tender_code = tenders.tender_code
    where
        bids.status is not null
        and not regexp_matches(lower(bids.status), '撤回|受邀|withdrawn|invited')
        and not regexp_matches(lower(coalesce(bids.tender_status, tenders.tender_status, '')), '取消|终止|cancel')
),

of_each as (
    select '招标人' as kind, buyer_name as party_id, buyer_name as party_name, disqualified from told
    union all
    select '代理机构' as kind, agency_name as party_id, agency_name as party_name, disqualified from told
    union all
    select '投标人' as kind, bidder_id as party_id, bidder_name as party_name, disqualified from told
),

shares as (
    select
        kind,
        party_id,
        min(party_name) as party_name,
        count(*) as submitted_count,
        sum(disqualified) as disqualified_count,
        cast(sum(disqualified) as double) / count(*) as share
    from of_each
    where party_id is not null
    group by kind, party_id
    having count(*) >= case when kind = '投标人' then $fewest_submitted else $fewest_bids end
),

ranked as (
    select
        *,
        count(*) over (partition by kind) as n,
        row_number() over (partition by kind order by share, party_id) as place
    from shares
),

-- The places of the quartiles are (3n + 5) / 12 and (9n + 7) / 12, between two values where they are no whole.
parts as (
    select
        kind,
        max(case when place = greatest(floor((3 * n + 5) / 12.0), 1) then share end) as q1_below,
        max(case when place = least(floor((3 * n + 5) / 12.0) + 1, n) then share end) as q1_above,
        max((3 * n + 5) / 12.0 - floor((3 * n + 5) / 12.0)) as q1_part,
        max(case when place = greatest(floor((9 * n + 7) / 12.0), 1) then share end) as q3_below,
        max(case when place = least(floor((9 * n + 7) / 12.0) + 1, n) then share end) as q3_above,
        max((9 * n + 7) / 12.0 - floor((9 * n + 7) / 12.0)) as q3_part
    from ranked
    group by kind
),

quartiles as (
    select
        kind,
        q1_below + q1_part * (q1_above - q1_below) as q1,
        q3_below + q3_part * (q3_above - q3_below) as q3
    from parts
),

judged as (
    select
        shares.*,
        case
            when $limit_by = 'fixed' then cast($least_rate as double)
            else quartiles.q3 + 1.5 * (quartiles.q3 - quartiles.q1)
        end as bound
    from shares
    inner join quartiles on shares.kind = quartiles.kind
)

select
    kind,
    party_name,
    party_id,
    case when kind <> '投标人' then party_name end as unit_name,
    case when kind = '投标人' then party_name end as company_name,
    case when kind = '投标人' then party_id end as company_id,
    submitted_count,
    cast(disqualified_count as bigint) as disqualified_count,
    round(share, 6) as disqualified_rate,
    round(bound, 6) as limit_rate
from judged
where bound > 0 and share >= bound
/*
[[flagged]]
why = { zh = "按分布：B 和 P 的两次投标中各有一次，其他人只有一次投标，不作判断", en = "by the distribution: one bid in two of B and of P, all others have one bid and are not judged" }
params = { limit_by = "fence", fewest_bids = 2, fewest_submitted = 2 }
bids = [
    { tender_code = "0", bidder_name = "W", status = "有效", buyer_name = "B", agency_name = "P" },
    { tender_code = "0", bidder_name = "D", status = "否决", buyer_name = "B", agency_name = "P" },
    { tender_code = "1", bidder_name = "W", status = "有效", buyer_name = "1", agency_name = "1" },
]
rows = [{ kind = "招标人", party_id = "B", disqualified_rate = 0.5 }, { kind = "代理机构", party_id = "P", disqualified_rate = 0.5 }]

[[flagged]]
why = { zh = "固定界限：一个投标人的两次投标都被否决；从招标得知采购人", en = "a bidder whose two bids were both disqualified, by a fixed limit; the buyer is known from the tender" }
params = { fewest_submitted = 2, fewest_bids = 4 }
tenders = [{ tender_code = "A", buyer_name = "一局" }, { tender_code = "B", buyer_name = "一局" }]
bids = [
    { tender_code = "A", bidder_name = "甲公司", status = "废标" }, { tender_code = "A", bidder_name = "乙公司", status = "中标" },
    { tender_code = "B", bidder_name = "甲公司", status = "无效" }, { tender_code = "B", bidder_name = "丙公司", status = "中标" },
]
rows = [{ kind = "投标人", party_id = "甲公司" }, { kind = "招标人", party_id = "一局" }]

[[clean]]
why = { zh = "无人否决：界限为零，说明不了什么", en = "nobody disqualifies: a fence of zero says nothing" }
params = { limit_by = "fence", fewest_bids = 1, fewest_submitted = 1 }
bids = [{ tender_code = "0", bidder_name = "W", status = "有效", buyer_name = "B" }]

[[clean]]
why = { zh = "投标太少", en = "too few bids" }
bids = [{ tender_code = "A", bidder_name = "甲公司", status = "废标", buyer_name = "B" }]

[[clean]]
why = { zh = "撤回的投标不是否决，三次中一次不到一半", en = "a withdrawn bid is not disqualified, one of three is below a half" }
params = { fewest_bids = 1, fewest_submitted = 3 }
bids = [
    { tender_code = "A", bidder_name = "1", status = "废标", buyer_name = "B" }, { tender_code = "A", bidder_name = "2", status = "中标", buyer_name = "B" },
    { tender_code = "A", bidder_name = "3", status = "有效", buyer_name = "B" }, { tender_code = "A", bidder_name = "4", status = "撤回", buyer_name = "B" },
]

[[skipped]]
why = { zh = "没有记录结果", en = "no result was recorded" }
bids = [{ tender_code = "A", bidder_name = "甲公司" }]
*/
