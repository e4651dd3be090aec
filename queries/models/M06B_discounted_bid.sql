/*
code = "M06B"
aliases = ["R058"]
version = 1
title = { zh = "中标价大大低于次低报价", en = "Heavily discounted winning bid" }
risk = { zh = "低于成本抢标，之后以变更、补充合同或偷工减料找补；或者标底、限价泄露。", en = "A bid below cost is made good by changes, supplements or poor work; or the ceiling was leaked." }
logic = { zh = "价差率＝（次低有效报价－中标报价）÷中标报价。达到全部标段价差率的上界 Q3＋1.5×（Q3－Q1）的列出，也可以改用固定界限；分位数按 Hyndman–Fan 第 8 种方法计算。", en = "The gap is (second-lowest valid bid − winning bid) ÷ winning bid. Flagged where it is at least the upper fence Q3 + 1.5 × (Q3 − Q1) of all gaps, or a fixed limit in its place; quartiles by method 8 of Hyndman and Fan." }
exclusions = { zh = "只有一项已定的授标、一家中标人的标段；中标报价不是最低的（不是最低价评标）、联合体投标、取消的招标、不比价的采购方式不计。只在同一币种之间比较。上界为零时不判断，否则四分之三的标段都会列出。", en = "Only tenders with one final award to one supplier; not those whose winner was not the lowest, joint bids, cancelled tenders and methods without comparison of prices. Prices are compared within one currency. Where the fence is zero it is not used: it would flag three quarters of all." }
severity = "medium"
sector = "procurement"
method = "distribution"
key = ["tender_code"]
summary = { zh = "次低报价比中标人{winner_name}的高 {gap_rate}，达到 {limit_rate}", en = "The second price is {gap_rate} above that of the winner {winner_name}, at or above {limit_rate}" }
entity = { kind = "tender", id = "tender_code" }
parties = [{ kind = "company", id = "winner_id", name = "winner_name" }, { kind = "company", id = "rival_id", name = "rival_name" }, { kind = "unit", id = "buyer_name" }]
amount = "winner_fen"
group = "buyer_name"
picture = { kind = "distribution", value = "gap_rate", limit = "limit_rate" }

[alias_params.R058]
limit_by = "fence"
least_rate = 0
excluded_methods = "NPC|EXC"

[requires.bids]
columns = ["tender_code", "bidder_name", "bid_fen", "status"]

[params.limit_by]
title = { zh = "界限", en = "Limit" }
type = "choice"
default = "fence"
basis = { zh = "Cardinal R058 的上界", en = "The upper fence of Cardinal's R058" }

[params.limit_by.choices]
fence = { zh = "分布的上界", en = "Upper fence" }
fixed = { zh = "固定界限", en = "Fixed limit" }

[params.discount_rate]
title = { zh = "固定界限", en = "Fixed limit" }
type = "rate"
default = 0.3
least = 0
most = 100
basis = { zh = "审计经验值，须按当地情况调整；相当于 Cardinal R058 的 threshold", en = "A value of practice, to be adjusted; Cardinal's R058 calls it threshold" }

[params.least_rate]
title = { zh = "上界之外至少", en = "Beyond the fence at least" }
type = "rate"
default = 0.15
least = 0
most = 100
basis = { zh = "审计经验值：分布很窄时上界也很低，价差率不到 15% 的不列；Cardinal R058 不设", en = "A value of practice: of a narrow distribution the fence is low, gaps below 15 % are no heavy discount; Cardinal's R058 has none" }

[params.excluded_methods]
title = { zh = "不比价的采购方式", en = "Methods without comparison of prices" }
type = "text"
default = "摇号|随机抽取|定点采购"
basis = { zh = "价格事先定好、抽签定标的方式；Cardinal 由使用者设置，其示例数据用 NPC、EXC。以竖线分开", en = "Prices fixed beforehand or winners drawn by lot; Cardinal leaves it to its users, its examples say NPC and EXC. Divided by bars" }

[[basis]]
law = "中华人民共和国招标投标法实施条例"
article = "第五十一条"
is_checked = false

[[basis]]
law = "Cardinal（open-contracting/cardinal-rs）"
article = "R058"
is_checked = true

[[skips]]
of = "bids"
where = "bid_fen is null and not regexp_matches(lower(coalesce(status, '')), '否决|废标|无效|不合格|撤回|受邀|待评审|reject|disqualif|invalid|withdrawn|invited|pending')"
why = { zh = "有效投标没有报价", en = "A valid bid without a price" }

[[skips]]
of = "bids"
where = "bid_fen is not null and not regexp_matches(lower(coalesce(status, '')), '否决|废标|无效|不合格|撤回|受邀|待评审|reject|disqualif|invalid|withdrawn|invited|pending') and not regexp_matches(lower(coalesce(tender_status, '')), '取消|终止|cancel') and coalesce(award_status, '已定标') <> '未定标' and tender_code not in (select tender_code from bids where tender_code is not null and lower(status) in ('中标', '已中标', '成交', '是', 'awarded', 'won', 'winner'))"
why = { zh = "该标段没有已知的中标人", en = "The winner of the tender is not known" }

[[skips]]
of = "bids"
where = "coalesce(bidder_code, bidder_number, bidder_name) is null and not regexp_matches(lower(coalesce(status, '')), '撤回|受邀|withdrawn|invited')"
why = { zh = "不知道投标人是谁", en = "The bidder is not named" }

[columns]
tender_code = "bids.tender_code"
buyer_name = "bids.buyer_name"
winner_name = "bids.bidder_name"
winner_id = { title = { zh = "中标人识别号", en = "Winner's number" }, type = "text" }
winner_fen = { title = { zh = "中标报价", en = "Winning price" }, type = "money" }
rival_name = { title = { zh = "次低报价人", en = "Second-lowest bidder" }, type = "text" }
rival_id = { title = { zh = "次低报价人识别号", en = "Second-lowest bidder's number" }, type = "text" }
rival_fen = { title = { zh = "次低报价", en = "Second-lowest price" }, type = "money" }
gap_rate = { title = { zh = "价差率", en = "Gap" }, type = "rate" }
limit_rate = { title = { zh = "界限", en = "Limit" }, type = "rate" }

[[evidence]]
of = "bids"
where = "tender_code = $tender_code"
marks = ["bid_fen", "status"]
*/
with valid as (
    select
        tender_code,
        coalesce(bidder_code, bidder_number, bidder_name) as bidder_id,
        bidder_name,
        buyer_name,
        coalesce(currency, '') as currency,
        bid_fen,
        lower(coalesce(status, '')) in ('中标', '已中标', '成交', '是', 'awarded', 'won', 'winner') as is_winner
    from bids
    where
        bid_fen > 0
        and not regexp_matches(
            lower(coalesce(status, '')),
            '否决|废标|无效|不合格|撤回|受邀|待评审|reject|disqualif|invalid|withdrawn|invited|pending'
        )
        and not regexp_matches(lower(coalesce(tender_status, '')), '取消|终止|cancel')
        and coalesce(award_status, '已定标') <> '未定标'
        and coalesce(award_count, 1) = 1
        and coalesce(winner_count, 1) = 1
        and coalesce(member_count, 1) = 1
        and '|' || $excluded_methods || '|' not like '%|' || coalesce(method_details, procurement_method, '—') || '|%'
),

winners as (
    select
        tender_code,
        min(bidder_id) as winner_id,
        min(bidder_name) as winner_name,
        min(buyer_name) as buyer_name,
        min(currency) as currency,
        min(bid_fen) as winner_fen
    from valid
    where is_winner
    group by tender_code
    having count(distinct bidder_id) = 1 and count(distinct currency) = 1
),

rivals as (
    select
        winners.tender_code,
        winners.buyer_name,
        winners.winner_id,
        winners.winner_name,
        winners.winner_fen,
        valid.bidder_id as rival_id,
        valid.bidder_name as rival_name,
        valid.bid_fen as rival_fen,
        row_number() over (
            partition by winners.tender_code order by valid.bid_fen, valid.bidder_id
        ) as place
    from winners
    inner join valid
        on
            winners.tender_code = valid.tender_code
            and winners.currency = valid.currency
            and winners.winner_id <> valid.bidder_id
),

gaps as (
    select
        *,
        cast(rival_fen - winner_fen as double) / winner_fen as gap,
        count(*) over () as gap_count,
        row_number() over (
            order by cast(rival_fen - winner_fen as double) / winner_fen, tender_code
        ) as rank_of_gap
    from rivals
    where place = 1 and rival_fen >= winner_fen
),

-- The places of the quartiles are (3n + 5) / 12 and (9n + 7) / 12, between two values where they are no whole.
quartiles as (
    select
        max(case when rank_of_gap = greatest(floor((3 * gap_count + 5) / 12.0), 1) then gap end) as q1_below,
        max(case when rank_of_gap = least(floor((3 * gap_count + 5) / 12.0) + 1, gap_count) then gap end) as q1_above,
        max((3 * gap_count + 5) / 12.0 - floor((3 * gap_count + 5) / 12.0)) as q1_part,
        max(case when rank_of_gap = greatest(floor((9 * gap_count + 7) / 12.0), 1) then gap end) as q3_below,
        max(case when rank_of_gap = least(floor((9 * gap_count + 7) / 12.0) + 1, gap_count) then gap end) as q3_above,
        max((9 * gap_count + 7) / 12.0 - floor((9 * gap_count + 7) / 12.0)) as q3_part
    from gaps
),

fences as (
    select
        q1_below + q1_part * (q1_above - q1_below) as q1,
        q3_below + q3_part * (q3_above - q3_below) as q3
    from quartiles
),

judged as (
    select
        gaps.*,
        case
            when $limit_by = 'fixed' then cast($discount_rate as double)
            when fences.q3 + 1.5 * (fences.q3 - fences.q1) > 0
                then greatest(fences.q3 + 1.5 * (fences.q3 - fences.q1), cast($least_rate as double))
            else 0
        end as bound
    from gaps
    cross join fences
)

select
    tender_code,
    buyer_name,
    winner_name,
    winner_id,
    winner_fen,
    rival_name,
    rival_id,
    rival_fen,
    round(gap, 6) as gap_rate,
    round(bound, 6) as limit_rate
from judged
where bound > 0 and gap >= bound
/*
[[flagged]]
why = { zh = "差距为60%和四个5%时，四分位数为5%和23.33%：界限为50.83%", en = "of gaps of 60 % and four times 5 % the quartiles are 5 % and 23.33 %: the fence is 50.83 %" }
bids = [
    { tender_code = "A", bidder_name = "甲公司", bid_fen = 10000, status = "中标" }, { tender_code = "A", bidder_name = "乙公司", bid_fen = 16000 },
    { tender_code = "B", bidder_name = "甲公司", bid_fen = 10000, status = "中标" }, { tender_code = "B", bidder_name = "乙公司", bid_fen = 10500 },
    { tender_code = "C", bidder_name = "甲公司", bid_fen = 10000, status = "中标" }, { tender_code = "C", bidder_name = "乙公司", bid_fen = 10500 },
    { tender_code = "D", bidder_name = "甲公司", bid_fen = 10000, status = "中标" }, { tender_code = "D", bidder_name = "乙公司", bid_fen = 10500 },
    { tender_code = "E", bidder_name = "甲公司", bid_fen = 10000, status = "中标" }, { tender_code = "E", bidder_name = "乙公司", bid_fen = 10500 },
]
rows = [{ tender_code = "A", gap_rate = 0.6, limit_rate = 0.508333 }]

[[flagged]]
why = { zh = "高出三分之一，固定界限为30%", en = "a third above a fixed limit of 30 %" }
params = { limit_by = "fixed" }
bids = [{ tender_code = "A", bidder_name = "甲公司", bid_fen = 10000, status = "中标" }, { tender_code = "A", bidder_name = "乙公司", bid_fen = 13300 }]

[[clean]]
why = { zh = "高出五分之一，低于固定界限30%", en = "a fifth is below a fixed limit of 30 %" }
params = { limit_by = "fixed" }
bids = [{ tender_code = "A", bidder_name = "甲公司", bid_fen = 10000, status = "中标" }, { tender_code = "A", bidder_name = "乙公司", bid_fen = 12000 }]

[[clean]]
why = { zh = "其他都是5%，超出界限，但不是大幅压价", en = "beyond a fence of 5 %, where all others are, but no heavy discount" }
bids = [
    { tender_code = "A", bidder_name = "甲公司", bid_fen = 10000, status = "中标" }, { tender_code = "A", bidder_name = "乙公司", bid_fen = 10600 },
    { tender_code = "B", bidder_name = "甲公司", bid_fen = 10000, status = "中标" }, { tender_code = "B", bidder_name = "乙公司", bid_fen = 10500 },
]

[[clean]]
why = { zh = "报价全部相同时界限为零，说明不了什么", en = "all prices alike give a fence of zero, which says nothing" }
bids = [{ tender_code = "A", bidder_name = "甲公司", bid_fen = 10000, status = "中标" }, { tender_code = "A", bidder_name = "乙公司", bid_fen = 10000 }]

[[skipped]]
why = { zh = "有效投标没有报价，无从比较", en = "a valid bid without a price cannot be compared" }
bids = [{ tender_code = "A", bidder_name = "甲公司", bid_fen = 100000000, status = "中标" }, { tender_code = "A", bidder_name = "乙公司" }]

[[skipped]]
why = { zh = "没有写明谁中标", en = "nobody is said to have won" }
bids = [{ tender_code = "A", bidder_name = "甲公司", bid_fen = 100000000 }, { tender_code = "A", bidder_name = "乙公司", bid_fen = 100100000, status = "未中标" }]

[[skipped]]
why = { zh = "不知道是谁的投标", en = "nobody knows whose bid it is" }
bids = [{ tender_code = "A", status = "中标", bid_fen = 100 }]
*/
