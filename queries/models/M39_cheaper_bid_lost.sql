/*
code = "M39"
version = 1
title = { zh = "有更低的评标价而未中标", en = "A cheaper bid lost" }
risk = { zh = "评标价更低的有效投标落选，可能是评分被人为调整，须看评分依据。", en = "A valid bid with a lower evaluated price lost: the scores may have been bent, and their grounds have to be seen." }
logic = { zh = "未中标的投标，评标价（与中标人同一币种）低于中标人的评标价；几家中标的与其中最低的比较，每个标段列出最低的一份。", en = "A losing bid has a lower evaluated price, in the winner's currency, than the winning one; of several winners the lowest counts, and of each tender the lowest losing bid is shown." }
exclusions = { zh = "被否决、撤回、受邀未投的投标不计（最低报价被否决另有 M08B）；取消的招标、评标价为零的投标不计。综合评分法允许评标价较高的中标，列出的只是需要核对评分的标段。", en = "Disqualified, withdrawn and merely invited bids do not count (see M08B), nor do cancelled tenders and prices of zero. Under scoring by points a dearer bid may win: these are tenders whose scores have to be checked." }
severity = "low"
sector = "procurement"
method = "limit"
key = ["tender_code"]
summary = { zh = "{loser_name}的评标价比中标人{winner_name}低{difference_fen}", en = "{loser_name} was cheaper than the winner {winner_name} by {difference_fen}" }
entity = { kind = "tender", id = "tender_code" }
parties = [{ kind = "company", id = "winner_id", name = "winner_name" }, { kind = "company", id = "loser_id", name = "loser_name" }, { kind = "unit", id = "buyer_name" }]
amount = "difference_fen"
group = "buyer_name"
picture = { kind = "bars", label = "winner_name", value = "difference_fen" }

[requires.bids]
columns = ["tender_code", "bidder_name", "status", "evaluated_fen"]

[params.least_rate]
title = { zh = "至少低多少", en = "Cheaper by at least" }
type = "rate"
default = 0
least = 0
most = 1
basis = { zh = "缺省只要低于中标人即列出；综合评分的标段多时可调高", en = "By default any lower price counts; raise it where many tenders are scored by points" }

[[basis]]
law = "中华人民共和国招标投标法"
article = "第四十一条"
is_checked = false

[[skips]]
of = "bids"
where = "coalesce(evaluated_fen, 0) = 0 and lower(status) in ('中标', '已中标', '成交', '是', 'awarded', 'won', 'winner')"
why = { zh = "中标人没有评标价", en = "The winner has no evaluated price" }

[[skips]]
of = "bids"
where = "status is null and tender_code not in (select tender_code from bids where tender_code is not null and lower(status) in ('中标', '已中标', '成交', '是', 'awarded', 'won', 'winner'))"
why = { zh = "没有投标结果，不知道谁中标", en = "No result: the winner is not known" }

[columns]
tender_code = "bids.tender_code"
buyer_name = "bids.buyer_name"
currency = "bids.evaluated_currency"
winner_name = "bids.bidder_name"
winner_id = { title = { zh = "中标人识别号", en = "Winner's number" }, type = "text" }
winner_fen = { title = { zh = "中标人评标价", en = "Winner's evaluated price" }, type = "money" }
loser_name = { title = { zh = "落选人", en = "Losing bidder" }, type = "text" }
loser_id = { title = { zh = "落选人识别号", en = "Losing bidder's number" }, type = "text" }
loser_fen = { title = { zh = "落选人评标价", en = "Losing evaluated price" }, type = "money" }
difference_fen = { title = { zh = "差额", en = "Difference" }, type = "money" }

[[evidence]]
of = "bids"
where = "tender_code = $tender_code"
marks = ["evaluated_fen", "evaluated_currency", "status"]
*/
with evaluated as (
    select
        tender_code,
        coalesce(bidder_code, bidder_number, bidder_name) as bidder_id,
        bidder_name,
        buyer_name,
        evaluated_fen,
        coalesce(evaluated_currency, currency) as currency,
        coalesce(lower(status) in ('中标', '已中标', '成交', '是', 'awarded', 'won', 'winner'), false) as is_winner
    from bids
    where
        evaluated_fen > 0
        and not regexp_matches(
            lower(coalesce(status, '')),
            '否决|废标|无效|不合格|撤回|受邀|reject|disqualif|invalid|withdrawn|invited'
        )
        and not regexp_matches(lower(coalesce(tender_status, '')), '取消|终止|cancel')
),

winners as (
    select
        *,
        row_number() over (
            partition by tender_code, currency order by evaluated_fen, bidder_id
        ) as place
    from evaluated
    where is_winner
),

cheaper as (
    select
        winners.tender_code,
        coalesce(winners.buyer_name, losers.buyer_name) as buyer_name,
        winners.currency,
        winners.bidder_name as winner_name,
        winners.bidder_id as winner_id,
        winners.evaluated_fen as winner_fen,
        losers.bidder_name as loser_name,
        losers.bidder_id as loser_id,
        losers.evaluated_fen as loser_fen,
        winners.evaluated_fen - losers.evaluated_fen as difference_fen,
        row_number() over (
            partition by winners.tender_code
            order by losers.evaluated_fen - winners.evaluated_fen, winners.currency, losers.bidder_id
        ) as place
    from winners
    inner join evaluated as losers
        on
            winners.tender_code = losers.tender_code
            and winners.currency is not distinct from losers.currency
            and not losers.is_winner
            and losers.evaluated_fen < winners.evaluated_fen
    where
        winners.place = 1
        and winners.evaluated_fen - losers.evaluated_fen >= winners.evaluated_fen * $least_rate
)

select
    tender_code,
    buyer_name,
    currency,
    winner_name,
    winner_id,
    winner_fen,
    loser_name,
    loser_id,
    loser_fen,
    difference_fen
from cheaper
where place = 1
/*
[[flagged]]
why = { zh = "便宜十分之一却没有中标；列出两个中最便宜的", en = "a tenth cheaper, yet it lost; the cheapest of two is shown" }
bids = [{ tender_code = "A", bidder_name = "甲公司", evaluated_fen = 1000, status = "中标" }, { tender_code = "A", bidder_name = "乙公司", evaluated_fen = 950, status = "未中标" }, { tender_code = "A", bidder_name = "丙公司", evaluated_fen = 900, status = "未中标" }]
rows = [{ tender_code = "A", loser_name = "丙公司", difference_fen = 100 }]

[[clean]]
why = { zh = "中标的最便宜", en = "the winner was the cheapest" }
bids = [{ tender_code = "A", bidder_name = "甲公司", evaluated_fen = 1000, status = "Awarded" }, { tender_code = "A", bidder_name = "乙公司", evaluated_fen = 1000, status = "Evaluated" }]

[[clean]]
why = { zh = "只是币种不同才显得更低", en = "lower only in another currency" }
bids = [{ tender_code = "A", bidder_name = "甲公司", evaluated_fen = 1000, evaluated_currency = "CNY", status = "中标" }, { tender_code = "A", bidder_name = "乙公司", evaluated_fen = 150, evaluated_currency = "USD", status = "未中标" }]

[[clean]]
why = { zh = "被否决的投标另有规则", en = "a rejected bid is another question" }
bids = [{ tender_code = "A", bidder_name = "甲公司", evaluated_fen = 1000, status = "中标" }, { tender_code = "A", bidder_name = "乙公司", evaluated_fen = 900, status = "否决" }]

[[clean]]
why = { zh = "百分之二，少于设定的百分之五", en = "two per cent are less than the five asked for" }
params = { least_rate = 0.05 }
bids = [{ tender_code = "A", bidder_name = "甲公司", evaluated_fen = 1000, status = "中标" }, { tender_code = "A", bidder_name = "乙公司", evaluated_fen = 980, status = "未中标" }]

[[clean]]
why = { zh = "报价为零等于没有报价", en = "a price of zero is none" }
bids = [{ tender_code = "A", bidder_name = "甲公司", evaluated_fen = 1000, status = "中标" }, { tender_code = "A", bidder_name = "乙公司", evaluated_fen = 0, status = "未中标" }]

[[skipped]]
why = { zh = "没有提供中标人的评审价", en = "the winner's evaluated price was not delivered" }
bids = [{ tender_code = "A", bidder_name = "甲公司", status = "中标" }, { tender_code = "A", bidder_name = "乙公司", evaluated_fen = 900, status = "未中标" }]

[[skipped]]
why = { zh = "没有写明谁中标", en = "nobody is said to have won" }
bids = [{ tender_code = "A", bidder_name = "甲公司", bid_fen = 100, evaluated_fen = 100 }, { tender_code = "A", bidder_name = "乙公司", bid_fen = 90, evaluated_fen = 90 }]
*/
