/*
code = "M40"
aliases = ["R025"]
version = 1
title = { zh = "常投不中的投标人", en = "Bidder that bids often and rarely wins" }
risk = { zh = "经常投标却极少中标，可能是专门陪标的单位。", en = "A bidder that often bids and hardly ever wins may only accompany others." }
logic = { zh = "按投标人统计有效投标的标段数和中标数，中标率＝中标标段数÷有效投标标段数。固定界限：投标次数不少于规定次数、中标率不高于界限；分布界限：投标次数达到规定的百分位，并且中标率不高于下界 Q1－1.5×（Q3－Q1）。分位数按 Hyndman–Fan 第 8 种方法计算。", en = "For each bidder the tenders with a valid bid and those won; win rate = won ÷ bid for. By fixed limits: at least so many tenders and at most that rate; by the distribution: at least the given percentile of tenders and at most the lower fence Q1 − 1.5 × (Q3 − Q1) of the rates. Quantiles by method 8 of Hyndman and Fan." }
exclusions = { zh = "只计一项已定授标、一家中标人的标段；联合体投标、取消的招标不计；同一标段的几份投标算一次。Q1 或下界为零时不按分布判断。", en = "Only tenders with one final award to one supplier; joint bids and cancelled tenders are left out; several bids for one tender count once. Where Q1 or the fence is zero the distribution is not used." }
severity = "medium"
sector = "procurement"
method = "distribution"
key = ["bidder_id"]
summary = { zh = "投标 {tender_count} 次，中标 {won_count} 次，中标率 {win_rate}，不高于 {limit_rate}", en = "{tender_count} bids, {won_count} won: {win_rate}, not above {limit_rate}" }
entity = { kind = "company", id = "bidder_id", name = "bidder_name" }
parties = [{ kind = "company", id = "bidder_id", name = "bidder_name" }]
amount = "bid_fen"
picture = { kind = "distribution", value = "win_rate", limit = "limit_rate" }

[alias_params.R025]
limit_by = "fence"

[requires.bids]
columns = ["tender_code", "bidder_name", "status"]

[params.limit_by]
title = { zh = "界限", en = "Limit" }
type = "choice"
default = "fixed"
basis = { zh = "多数投标人从不中标时分布没有下界，固定界限更有用；Cardinal R025 用分布", en = "Where most bidders never win the distribution has no fence; Cardinal's R025 uses the distribution" }

[params.limit_by.choices]
fixed = { zh = "固定界限", en = "Fixed limits" }
fence = { zh = "分布的界限", en = "The distribution" }

[params.fewest_tenders]
title = { zh = "最少投标次数", en = "Fewest tenders" }
type = "whole"
default = 20
least = 1
most = 100000
unit = { zh = "次", en = "tenders" }
basis = { zh = "审计经验值，按本地投标活跃程度调整", en = "A value of practice, to be adjusted to the market" }

[params.most_win_rate]
title = { zh = "最高中标率", en = "Highest win rate" }
type = "rate"
default = 0.05
least = 0
most = 1
basis = { zh = "审计经验值；相当于 Cardinal R025 的 threshold", en = "A value of practice; Cardinal's R025 calls it threshold" }

[params.percentile]
title = { zh = "投标次数的百分位", en = "Percentile of tenders" }
type = "whole"
default = 75
least = 1
most = 99
basis = { zh = "Cardinal R025 的缺省值", en = "Default of Cardinal's R025" }

[[basis]]
law = "中华人民共和国招标投标法实施条例"
article = "第三十九条"
is_checked = false

[[basis]]
law = "Cardinal（open-contracting/cardinal-rs）"
article = "R025"
is_checked = true

[[skips]]
of = "bids"
where = "status is null or coalesce(bidder_code, bidder_number, bidder_name) is null"
why = { zh = "没有投标人或投标结果", en = "No bidder or no result" }

[columns]
bidder_id = { title = { zh = "投标人识别号", en = "Bidder's number" }, type = "text" }
bidder_name = "bids.bidder_name"
tender_count = { title = { zh = "投标标段数", en = "Tenders bid for" }, type = "whole" }
won_count = { title = { zh = "中标标段数", en = "Tenders won" }, type = "whole" }
win_rate = { title = { zh = "中标率", en = "Win rate" }, type = "rate" }
limit_rate = { title = { zh = "界限", en = "Limit" }, type = "rate" }
bid_fen = { title = { zh = "报价合计", en = "Sum of prices" }, type = "money" }

[[evidence]]
of = "bids"
where = "coalesce(bidder_code, bidder_number, bidder_name) = $bidder_id"
marks = ["status", "tender_code"]
*/
with valid as (
    select
        tender_code,
        coalesce(bidder_code, bidder_number, bidder_name) as bidder_id,
        bidder_name,
        bid_fen,
        coalesce(member_count, 1) as member_count,
        coalesce(winner_count, 1) as winner_count,
        lower(status) in ('中标', '已中标', '成交', '是', 'awarded', 'won', 'winner') as is_winner
    from bids
    where
        status is not null
        and coalesce(bidder_code, bidder_number, bidder_name) is not null
        and not regexp_matches(
            lower(status), '否决|废标|无效|不合格|撤回|受邀|待评审|reject|disqualif|invalid|withdrawn|invited|pending'
        )
        and not regexp_matches(lower(coalesce(tender_status, '')), '取消|终止|cancel')
        and coalesce(award_status, '已定标') <> '未定标'
        and coalesce(award_count, 1) = 1
        and coalesce(winner_count, 1) = 1
),

singly_won as (
    select tender_code
    from valid
    group by tender_code
    having count(distinct case when is_winner then bidder_id end) <= 1
),

taken as (
    select
        valid.tender_code,
        valid.bidder_id,
        min(valid.bidder_name) as bidder_name,
        max(case when valid.is_winner then 1 else 0 end) as won,
        max(valid.bid_fen) as bid_fen
    from valid
    inner join singly_won on valid.tender_code = singly_won.tender_code
    where valid.member_count = 1
    group by valid.tender_code, valid.bidder_id
),

bidders as (
    select
        bidder_id,
        min(bidder_name) as bidder_name,
        count(*) as tender_count,
        sum(won) as won_count,
        cast(sum(won) as double) / count(*) as win_rate,
        sum(bid_fen) as bid_fen
    from taken
    group by bidder_id
),

ranked as (
    select
        *,
        count(*) over () as n,
        row_number() over (order by win_rate, bidder_id) as rate_place,
        row_number() over (order by tender_count, bidder_id) as count_place
    from bidders
),

-- The places of the quartiles are (3n + 5) / 12 and (9n + 7) / 12, that of percentile p ((3n + 1) p + 100) / 300.
parts as (
    select
        max(case when rate_place = greatest(floor((3 * n + 5) / 12.0), 1) then win_rate end) as q1_below,
        max(case when rate_place = least(floor((3 * n + 5) / 12.0) + 1, n) then win_rate end) as q1_above,
        max((3 * n + 5) / 12.0 - floor((3 * n + 5) / 12.0)) as q1_part,
        max(case when rate_place = greatest(floor((9 * n + 7) / 12.0), 1) then win_rate end) as q3_below,
        max(case when rate_place = least(floor((9 * n + 7) / 12.0) + 1, n) then win_rate end) as q3_above,
        max((9 * n + 7) / 12.0 - floor((9 * n + 7) / 12.0)) as q3_part,
        max(
            case
                when count_place = least(greatest(floor(((3 * n + 1) * $percentile + 100) / 300.0), 1), n)
                    then tender_count
            end
        ) as most_below,
        max(
            case
                when count_place = least(floor(((3 * n + 1) * $percentile + 100) / 300.0) + 1, n) then tender_count
            end
        ) as most_above,
        max(
            ((3 * n + 1) * $percentile + 100) / 300.0 - floor(((3 * n + 1) * $percentile + 100) / 300.0)
        ) as most_part
    from ranked
),

fences as (
    select
        q1_below + q1_part * (q1_above - q1_below) as q1,
        q3_below + q3_part * (q3_above - q3_below) as q3,
        most_below + most_part * (most_above - most_below) as many
    from parts
),

judged as (
    select
        bidders.*,
        fences.many,
        fences.q1 > 0 and fences.q1 - 1.5 * (fences.q3 - fences.q1) > 0 as has_fence,
        fences.q1 - 1.5 * (fences.q3 - fences.q1) as fence
    from bidders
    cross join fences
)

select
    bidder_id,
    bidder_name,
    tender_count,
    cast(won_count as bigint) as won_count,
    round(win_rate, 6) as win_rate,
    round(case when $limit_by = 'fixed' then cast($most_win_rate as double) else fence end, 6) as limit_rate,
    cast(bid_fen as bigint) as bid_fen
from judged
where
    ($limit_by = 'fixed' and tender_count >= $fewest_tenders and win_rate <= $most_win_rate)
    or ($limit_by = 'fence' and has_fence and tender_count >= many and win_rate <= fence)
/*
[[flagged]]
why = { zh = "投标三次，一次未中", en = "three bids, none won" }
params = { fewest_tenders = 3 }
bids = [
    { tender_code = "A", bidder_name = "甲公司", status = "未中标" }, { tender_code = "A", bidder_name = "乙公司", status = "中标" },
    { tender_code = "B", bidder_name = "甲公司", status = "未中标" }, { tender_code = "B", bidder_name = "乙公司", status = "中标" },
    { tender_code = "C", bidder_name = "甲公司", status = "未中标" }, { tender_code = "C", bidder_name = "乙公司", status = "中标" },
]
rows = [{ bidder_id = "甲公司", tender_count = 3, won_count = 0, win_rate = 0 }]

[[flagged]]
why = { zh = "六家每次都中，两家三次中两次：Q1 为 2/3，Q3 为 1，界限为 1/6；z 投标四次，不少于三次的第75百分位，一次未中", en = "six always win, two win two of three: Q1 is 2/3, Q3 is 1, the fence 1/6; z bids four times, at least the 75th percentile of three, and never wins" }
params = { limit_by = "fence" }
bids = [
    { tender_code = "A", bidder_name = "a", status = "中标" }, { tender_code = "B", bidder_name = "a", status = "中标" },
    { tender_code = "C", bidder_name = "a", status = "未中标" }, { tender_code = "C", bidder_name = "1", status = "中标" },
    { tender_code = "D", bidder_name = "b", status = "中标" }, { tender_code = "E", bidder_name = "b", status = "中标" },
    { tender_code = "F", bidder_name = "b", status = "未中标" }, { tender_code = "F", bidder_name = "2", status = "中标" },
    { tender_code = "G", bidder_name = "3", status = "中标" }, { tender_code = "G", bidder_name = "z", status = "未中标" },
    { tender_code = "H", bidder_name = "4", status = "中标" }, { tender_code = "H", bidder_name = "z", status = "未中标" },
    { tender_code = "I", bidder_name = "5", status = "中标" }, { tender_code = "I", bidder_name = "z", status = "未中标" },
    { tender_code = "J", bidder_name = "6", status = "中标" }, { tender_code = "J", bidder_name = "z", status = "未中标" },
]
rows = [{ bidder_id = "z", tender_count = 4, won_count = 0, win_rate = 0, limit_rate = 0.166667 }]

[[clean]]
why = { zh = "投标太少，说明不了什么", en = "too few bids to say anything" }
bids = [{ tender_code = "A", bidder_name = "甲公司", status = "未中标" }, { tender_code = "A", bidder_name = "乙公司", status = "中标" }]

[[clean]]
why = { zh = "三次中标一次", en = "one of three won" }
params = { fewest_tenders = 3 }
bids = [{ tender_code = "A", bidder_name = "甲公司", status = "未中标" }, { tender_code = "B", bidder_name = "甲公司", status = "中标" }, { tender_code = "C", bidder_name = "甲公司", status = "未中标" }]

[[clean]]
why = { zh = "四分之三的投标人从未中标：没有界限", en = "three quarters of the bidders never win: there is no fence" }
params = { limit_by = "fence" }
bids = [{ tender_code = "A", bidder_name = "1", status = "未中标" }, { tender_code = "A", bidder_name = "2", status = "未中标" }, { tender_code = "A", bidder_name = "3", status = "未中标" }, { tender_code = "A", bidder_name = "4", status = "中标" }]

[[skipped]]
why = { zh = "没有投标结果", en = "no result of the bids" }
bids = [{ tender_code = "A", bidder_name = "1" }]
*/
