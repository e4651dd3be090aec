/*
code = "M08B"
aliases = ["R036"]
version = 1
title = { zh = "最低报价被否决", en = "Lowest bid disqualified" }
risk = { zh = "评标时找理由否决报价最低的投标人，让内定的投标人以高价中标。", en = "The lowest bidder is disqualified under a pretext, so that the chosen one wins at a higher price." }
logic = { zh = "已有授标的标段，已递交投标（同一币种）中最低的报价被否决，并且有报价的有效投标不低于它。", en = "In a tender with an award the lowest price submitted in one currency was disqualified, and a valid bid with a price is no lower." }
exclusions = { zh = "撤回的、受邀未投的投标不计；取消的招标、不比价的采购方式不计；没有一份有效报价的标段不计。", en = "Withdrawn bids and mere invitations do not count; nor do cancelled tenders, methods without comparison of prices, and tenders without a valid price." }
severity = "medium"
sector = "procurement"
method = "limit"
key = ["tender_code", "currency"]
summary = { zh = "最低报价{lowest_fen}（{lowest_name}）被否决，有效最低报价{valid_fen}", en = "The lowest price {lowest_fen} ({lowest_name}) was disqualified; the lowest valid one is {valid_fen}" }
entity = { kind = "tender", id = "tender_code" }
parties = [{ kind = "company", id = "lowest_id", name = "lowest_name" }, { kind = "company", id = "valid_id", name = "valid_name" }, { kind = "unit", id = "buyer_name" }]
amount = "difference_fen"
group = "buyer_name"
picture = { kind = "bars", label = "buyer_name", value = "difference_fen" }

[alias_params.R036]
excluded_methods = "NPC|EXC"

[requires.bids]
columns = ["tender_code", "bid_fen", "status"]

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
article = "R036"
is_checked = true

[[skips]]
of = "bids"
where = "status is null or (bid_fen is null and not regexp_matches(lower(status), '撤回|受邀|withdrawn|invited'))"
why = { zh = "没有报价或投标结果", en = "No price or no result" }

[columns]
tender_code = "bids.tender_code"
buyer_name = "bids.buyer_name"
currency = "bids.currency"
lowest_name = { title = { zh = "最低报价人", en = "Lowest bidder" }, type = "text" }
lowest_id = { title = { zh = "最低报价人识别号", en = "Lowest bidder's number" }, type = "text" }
lowest_fen = { title = { zh = "被否决的最低报价", en = "Lowest price, disqualified" }, type = "money" }
valid_name = { title = { zh = "有效最低报价人", en = "Lowest valid bidder" }, type = "text" }
valid_id = { title = { zh = "有效最低报价人识别号", en = "Lowest valid bidder's number" }, type = "text" }
valid_fen = { title = { zh = "有效最低报价", en = "Lowest valid price" }, type = "money" }
difference_fen = { title = { zh = "差额", en = "Difference" }, type = "money" }

[[evidence]]
of = "bids"
where = "tender_code = $tender_code and currency is not distinct from $currency"
marks = ["bid_fen", "status"]
*/
with submitted as (
    select
        tender_code,
        currency,
        coalesce(bidder_code, bidder_number, bidder_name) as bidder_id,
        bidder_name,
        buyer_name,
        bid_fen,
        case
            when regexp_matches(lower(coalesce(status, '')), '否决|废标|无效|不合格|reject|disqualif|invalid')
                then 'disqualified'
            when regexp_matches(lower(coalesce(status, '')), '待评审|pending') then 'pending'
            else 'valid'
        end as state,
        coalesce(
            award_count,
            max(
                case
                    when lower(status) in ('中标', '已中标', '成交', '是', 'awarded', 'won', 'winner') then 1
                    else 0
                end
            ) over (partition by tender_code)
        ) as award_count
    from bids
    where
        not regexp_matches(lower(coalesce(status, '')), '撤回|受邀|withdrawn|invited')
        and not regexp_matches(lower(coalesce(tender_status, '')), '取消|终止|cancel')
        and '|' || $excluded_methods || '|' not like '%|' || coalesce(method_details, procurement_method, '—') || '|%'
),

placed as (
    select
        *,
        row_number() over (
            partition by tender_code, currency, state order by bid_fen, bidder_id
        ) as place,
        min(bid_fen) over (partition by tender_code, currency) as lowest_fen
    from submitted
    where bid_fen is not null and award_count > 0
)

select
    lowest.tender_code,
    lowest.buyer_name,
    lowest.currency,
    lowest.bidder_name as lowest_name,
    lowest.bidder_id as lowest_id,
    lowest.bid_fen as lowest_fen,
    valid.bidder_name as valid_name,
    valid.bidder_id as valid_id,
    valid.bid_fen as valid_fen,
    valid.bid_fen - lowest.bid_fen as difference_fen
from placed as lowest
inner join placed as valid
    on
        lowest.tender_code = valid.tender_code
        and lowest.currency is not distinct from valid.currency
        and valid.state = 'valid'
        and valid.place = 1
where lowest.state = 'disqualified' and lowest.place = 1 and lowest.bid_fen = lowest.lowest_fen
/*
[[flagged]]
why = { zh = "最低价被否决", en = "the lowest was disqualified" }
bids = [{ tender_code = "A", bidder_name = "甲公司", bid_fen = 120, status = "中标" }, { tender_code = "A", bidder_name = "乙公司", bid_fen = 100, status = "废标" }]
rows = [{ tender_code = "A", lowest_name = "乙公司", valid_name = "甲公司", difference_fen = 20 }]

[[flagged]]
why = { zh = "更低的一份已撤回", en = "a still lower bid was withdrawn" }
bids = [{ tender_code = "A", bidder_name = "甲公司", bid_fen = 120, status = "中标" }, { tender_code = "A", bidder_name = "乙公司", bid_fen = 100, status = "废标" }, { tender_code = "A", bidder_name = "丙公司", bid_fen = 10, status = "撤回" }]
rows = [{ tender_code = "A", lowest_fen = 100 }]

[[clean]]
why = { zh = "被否决的不是最低价", en = "the disqualified bid was not the lowest" }
bids = [{ tender_code = "A", bidder_name = "甲公司", bid_fen = 90, status = "中标" }, { tender_code = "A", bidder_name = "乙公司", bid_fen = 100, status = "废标" }]

[[clean]]
why = { zh = "没有定标", en = "nothing was awarded" }
bids = [{ tender_code = "A", bidder_name = "甲公司", bid_fen = 120, status = "有效" }, { tender_code = "A", bidder_name = "乙公司", bid_fen = 100, status = "废标" }]

[[clean]]
why = { zh = "还有更低的投标待评审", en = "a bid still to be evaluated is lower" }
bids = [{ tender_code = "A", bidder_name = "甲公司", bid_fen = 120, status = "中标" }, { tender_code = "A", bidder_name = "乙公司", bid_fen = 100, status = "废标" }, { tender_code = "A", bidder_name = "丙公司", bid_fen = 10, status = "待评审" }]

[[clean]]
why = { zh = "抽签的招标不比较价格", en = "in a tender drawn by lot prices are not compared" }
bids = [{ tender_code = "A", bidder_name = "甲公司", bid_fen = 120, status = "中标", method_details = "摇号" }, { tender_code = "A", bidder_name = "乙公司", bid_fen = 100, status = "废标", method_details = "摇号" }]

[[skipped]]
why = { zh = "被否决的投标没有报价", en = "the disqualified bid has no price" }
bids = [{ tender_code = "A", bidder_name = "甲公司", bid_fen = 120, status = "中标" }, { tender_code = "A", bidder_name = "乙公司", status = "废标" }]
*/
