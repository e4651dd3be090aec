/*
code = "M06"
aliases = ["R024"]
version = 1
title = { zh = "次低报价与中标价过于接近", en = "Second price close to the winning one" }
risk = { zh = "陪标人按商定的价格略高于中标人报价，制造竞争的假象。", en = "A colluding bidder bids just above the winner to feign competition." }
logic = { zh = "价差率＝（次低有效报价－中标报价）÷中标报价。低于固定界限的，或者低于全部标段价差率的下界 Q1－1.5×（Q3－Q1）的列出；分位数按 Hyndman–Fan 第 8 种方法计算。", en = "The gap is (second-lowest valid bid − winning bid) ÷ winning bid. Flagged where it is at most the fixed limit, or at most the lower fence Q1 − 1.5 × (Q3 − Q1) of all gaps; quartiles by method 8 of Hyndman and Fan." }
exclusions = { zh = "只有一项已定的授标、一家中标人的标段；中标报价不是最低的（不是最低价评标）、联合体投标、取消的招标、不比价的采购方式不计。只在同一币种之间比较。下界或 Q1 为零时不按下界判断，否则四分之三的标段都会列出；两种界限并用时，价差率都一样的也不按下界判断。", en = "Only tenders with one final award to one supplier; not those whose winner was not the lowest, joint bids, cancelled tenders and methods without comparison of prices. Prices are compared within one currency. Where Q1 or the fence is zero the fence is not used: it would flag three quarters of all; beside a fixed limit neither where all gaps are alike." }
severity = "medium"
sector = "procurement"
method = "distribution"
key = ["tender_code"]
summary = { zh = "{rival_name}的报价只比中标人{winner_name}高 {gap_rate}", en = "{rival_name} bid only {gap_rate} above the winner {winner_name}" }
entity = { kind = "tender", id = "tender_code" }
parties = [{ kind = "company", id = "winner_id", name = "winner_name" }, { kind = "company", id = "rival_id", name = "rival_name" }, { kind = "unit", id = "buyer_name" }]
amount = "winner_fen"
group = "buyer_name"
picture = { kind = "distribution", value = "gap_rate", limit = "limit_rate" }

[alias_params.R024]
limit_by = "fence"
excluded_methods = "NPC|EXC"

[requires.bids]
columns = ["tender_code", "bidder_name", "bid_fen", "status"]

[params.limit_by]
title = { zh = "界限", en = "Limit" }
type = "choice"
default = "either"
basis = { zh = "本库做法：两种界限满足一种即列出；Cardinal R024 只用下界", en = "Practice of this library: either limit will do; Cardinal's R024 uses the fence alone" }

[params.limit_by.choices]
either = { zh = "固定界限或下界", en = "Either" }
fixed = { zh = "固定界限", en = "Fixed limit" }
fence = { zh = "分布的下界", en = "Lower fence" }

[params.close_rate]
title = { zh = "固定界限", en = "Fixed limit" }
type = "rate"
default = 0.005
least = 0
most = 1
basis = { zh = "审计经验值，须按当地情况调整；相当于 Cardinal R024 的 threshold", en = "A value of practice, to be adjusted; Cardinal's R024 calls it threshold" }

[params.excluded_methods]
title = { zh = "不比价的采购方式", en = "Methods without comparison of prices" }
type = "text"
default = "摇号|随机抽取|定点采购"
basis = { zh = "价格事先定好、抽签定标的方式；Cardinal 由使用者设置，其示例数据用 NPC、EXC。以竖线分开", en = "Prices fixed beforehand or winners drawn by lot; Cardinal leaves it to its users, its examples say NPC and EXC. Divided by bars" }

[[basis]]
law = "中华人民共和国招标投标法实施条例"
article = "第三十九条、第四十条"
is_checked = false

[[basis]]
law = "Cardinal（open-contracting/cardinal-rs）"
article = "R024"
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
        fences.q1 > 0
        and fences.q1 - 1.5 * (fences.q3 - fences.q1) > 0
        and ($limit_by = 'fence' or fences.q3 > fences.q1) as has_fence,
        fences.q1 - 1.5 * (fences.q3 - fences.q1) as fence
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
    round(
        case
            when $limit_by = 'fixed' or not has_fence then cast($close_rate as double)
            when $limit_by = 'fence' then fence
            else greatest(fence, cast($close_rate as double))
        end, 6
    ) as limit_rate
from judged
where
    ($limit_by <> 'fence' and gap <= $close_rate)
    or ($limit_by <> 'fixed' and has_fence and gap <= fence)
/*
[[flagged]]
why = { zh = "比中标价高千分之一", en = "a tenth of a per cent above the winner" }
bids = [{ tender_code = "A", bidder_name = "甲公司", bid_fen = 100000000, status = "中标" }, { tender_code = "A", bidder_name = "乙公司", bid_fen = 100100000, status = "未中标" }, { tender_code = "A", bidder_name = "丙公司", bid_fen = 130000000, status = "未中标" }]
rows = [{ tender_code = "A", winner_name = "甲公司", rival_name = "乙公司", gap_rate = 0.001, limit_rate = 0.005 }]

[[flagged]]
why = { zh = "差距为1%和四个5%时，四分位数为3.67%和5%：界限为1.67%", en = "of gaps of 1 % and four times 5 % the quartiles are 3.67 % and 5 %: the fence is 1.67 %" }
params = { limit_by = "fence" }
bids = [
    { tender_code = "A", bidder_name = "甲公司", bid_fen = 10000, status = "中标" }, { tender_code = "A", bidder_name = "乙公司", bid_fen = 10100 },
    { tender_code = "B", bidder_name = "甲公司", bid_fen = 10000, status = "中标" }, { tender_code = "B", bidder_name = "乙公司", bid_fen = 10500 },
    { tender_code = "C", bidder_name = "甲公司", bid_fen = 10000, status = "中标" }, { tender_code = "C", bidder_name = "乙公司", bid_fen = 10500 },
    { tender_code = "D", bidder_name = "甲公司", bid_fen = 10000, status = "中标" }, { tender_code = "D", bidder_name = "乙公司", bid_fen = 10500 },
    { tender_code = "E", bidder_name = "甲公司", bid_fen = 10000, status = "中标" }, { tender_code = "E", bidder_name = "乙公司", bid_fen = 10500 },
]
rows = [{ tender_code = "A", gap_rate = 0.01, limit_rate = 0.016667 }]

[[clean]]
why = { zh = "相差百分之二", en = "two per cent apart" }
bids = [{ tender_code = "A", bidder_name = "甲公司", bid_fen = 100000000, status = "中标" }, { tender_code = "A", bidder_name = "乙公司", bid_fen = 102000000 }]

[[clean]]
why = { zh = "中标的不是最低价：不是由价格决定", en = "the winner was not the lowest: price did not decide" }
bids = [{ tender_code = "A", bidder_name = "甲公司", bid_fen = 100000000, status = "中标" }, { tender_code = "A", bidder_name = "乙公司", bid_fen = 99900000 }]

[[clean]]
why = { zh = "币种不同，不作比较", en = "another currency is no comparison" }
bids = [{ tender_code = "A", bidder_name = "甲公司", bid_fen = 100000000, currency = "CNY", status = "中标" }, { tender_code = "A", bidder_name = "乙公司", bid_fen = 100000001, currency = "USD" }]

[[clean]]
why = { zh = "被否决的投标不参与竞争", en = "a disqualified bid does not compete" }
bids = [{ tender_code = "A", bidder_name = "甲公司", bid_fen = 100000000, status = "中标" }, { tender_code = "A", bidder_name = "乙公司", bid_fen = 100000001, status = "废标" }]

[[clean]]
why = { zh = "定标尚未完成", en = "an award is still pending" }
bids = [{ tender_code = "A", bidder_name = "甲公司", bid_fen = 100000000, status = "中标", award_status = "未定标" }, { tender_code = "A", bidder_name = "乙公司", bid_fen = 100000001 }]

[[clean]]
why = { zh = "定价抽签", en = "drawn by lot at a fixed price" }
bids = [{ tender_code = "A", bidder_name = "甲公司", bid_fen = 100000000, status = "中标", method_details = "摇号" }, { tender_code = "A", bidder_name = "乙公司", bid_fen = 100000000, method_details = "摇号" }]

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
