/*
code = "M06C"
aliases = ["R028"]
version = 1
title = { zh = "不同投标人报价相同", en = "Identical bid prices" }
risk = { zh = "不同投标人的报价一分不差，可能由同一人编制或者报价泄露。", en = "Prices alike to the cent may come from one hand, or were leaked." }
logic = { zh = "同一标段内，不同投标人的报价（同一币种）完全相同，不论投标有效与否。", en = "Different bidders of one tender bid exactly the same price in one currency, whether their bids were valid or not." }
exclusions = { zh = "撤回的、受邀未投的、没有投标人名称的投标不计；取消的招标、价格事先定好的采购方式不计；同一投标人（同一联合体）的几份投标不计。", en = "Withdrawn bids, mere invitations and bids of unnamed bidders do not count; nor do cancelled tenders, methods with a fixed price, or several bids of one bidder or one group." }
severity = "medium"
sector = "procurement"
method = "duplicates"
key = ["tender_code", "currency", "bid_fen"]
summary = { zh = "{bidder_names}报价相同：{bid_fen}", en = "{bidder_names} bid the same price: {bid_fen}" }
entity = { kind = "tender", id = "tender_code" }
parties = [{ kind = "company", id = "first_id", name = "first_name" }, { kind = "company", id = "last_id", name = "last_name" }, { kind = "unit", id = "buyer_name" }]
amount = "bid_fen"
group = "buyer_name"
picture = { kind = "network", source = "first_name", target = "last_name", value = "bidder_count" }

[alias_params.R028]
excluded_methods = "NPC|EXC"

[requires.bids]
columns = ["tender_code", "bidder_name", "bid_fen"]

[params.excluded_methods]
title = { zh = "价格事先定好的采购方式", en = "Methods with a fixed price" }
type = "text"
default = "摇号|随机抽取|定点采购"
basis = { zh = "价格事先定好、抽签定标的方式；Cardinal 由使用者设置，其示例数据用 NPC、EXC。以竖线分开", en = "Prices fixed beforehand or winners drawn by lot; Cardinal leaves it to its users, its examples say NPC and EXC. Divided by bars" }

[[basis]]
law = "中华人民共和国招标投标法实施条例"
article = "第四十条"
is_checked = false

[[basis]]
law = "Cardinal（open-contracting/cardinal-rs）"
article = "R028"
is_checked = true

[[skips]]
of = "bids"
where = "bid_fen is null and not regexp_matches(lower(coalesce(status, '')), '撤回|受邀|withdrawn|invited')"
why = { zh = "没有报价", en = "No price" }

[[skips]]
of = "bids"
where = "coalesce(bidder_code, bidder_number, bidder_name) is null and not regexp_matches(lower(coalesce(status, '')), '撤回|受邀|withdrawn|invited')"
why = { zh = "不知道投标人是谁", en = "The bidder is not named" }

[columns]
tender_code = "bids.tender_code"
buyer_name = "bids.buyer_name"
currency = "bids.currency"
bid_fen = "bids.bid_fen"
bidder_count = { title = { zh = "报价相同的家数", en = "Bidders at this price" }, type = "whole" }
bidder_names = { title = { zh = "报价相同的投标人", en = "Bidders at this price" }, type = "text" }
first_name = { title = { zh = "投标人甲", en = "First bidder" }, type = "text" }
first_id = { title = { zh = "投标人甲识别号", en = "First bidder's number" }, type = "text" }
last_name = { title = { zh = "投标人乙", en = "Last bidder" }, type = "text" }
last_id = { title = { zh = "投标人乙识别号", en = "Last bidder's number" }, type = "text" }

[[evidence]]
of = "bids"
where = "tender_code = $tender_code and bid_fen = $bid_fen and currency is not distinct from $currency"
marks = ["bid_fen", "bidder_name"]
*/
with priced as (
    select
        tender_code,
        currency,
        bid_fen,
        coalesce(bidder_code, bidder_number, bidder_name) as bidder_id,
        min(coalesce(bidder_name, bidder_number)) as bidder_name,
        min(buyer_name) as buyer_name
    from bids
    where
        bid_fen is not null
        and coalesce(bidder_code, bidder_number, bidder_name) is not null
        and not regexp_matches(lower(coalesce(status, '')), '撤回|受邀|withdrawn|invited')
        and not regexp_matches(lower(coalesce(tender_status, '')), '取消|终止|cancel')
        and '|' || $excluded_methods || '|' not like '%|' || coalesce(method_details, procurement_method, '—') || '|%'
    group by tender_code, currency, bid_fen, coalesce(bidder_code, bidder_number, bidder_name)
),

placed as (
    select
        *,
        row_number() over (partition by tender_code, currency, bid_fen order by bidder_id) as place,
        count(*) over (partition by tender_code, currency, bid_fen) as bidder_count
    from priced
)

select
    tender_code,
    min(buyer_name) as buyer_name,
    currency,
    bid_fen,
    max(bidder_count) as bidder_count,
    string_agg(bidder_name, '、' order by bidder_id) as bidder_names,
    max(case when place = 1 then bidder_name end) as first_name,
    max(case when place = 1 then bidder_id end) as first_id,
    max(case when place = bidder_count then bidder_name end) as last_name,
    max(case when place = bidder_count then bidder_id end) as last_id
from placed
where bidder_count > 1
group by tender_code, currency, bid_fen
/*
[[flagged]]
why = { zh = "两个投标人同一报价，虽然其中一个被否决", en = "two bidders, one price, though one of them was disqualified" }
bids = [{ tender_code = "A", bidder_name = "甲公司", bid_fen = 100000001, status = "中标" }, { tender_code = "A", bidder_name = "乙公司", bid_fen = 100000001, status = "否决" }]
rows = [{ tender_code = "A", bidder_names = "乙公司、甲公司", bidder_count = 2, first_name = "乙公司", last_name = "甲公司" }]

[[flagged]]
why = { zh = "三个投标人同一报价是一条疑点", en = "three bidders at one price are one suspect" }
bids = [{ tender_code = "A", bidder_name = "1", bid_fen = 5 }, { tender_code = "A", bidder_name = "2", bid_fen = 5 }, { tender_code = "A", bidder_name = "3", bid_fen = 5 }]
rows = [{ tender_code = "A", bidder_names = "1、2、3", bidder_count = 3 }]

[[clean]]
why = { zh = "相差一分", en = "one cent apart" }
bids = [{ tender_code = "A", bidder_name = "甲公司", bid_fen = 100000001 }, { tender_code = "A", bidder_name = "乙公司", bid_fen = 100000002 }]

[[clean]]
why = { zh = "同一投标人可以投两份", en = "one bidder may bid twice" }
bids = [{ tender_code = "A", bidder_name = "甲公司", bid_fen = 5 }, { tender_code = "A", bidder_name = "甲公司", bid_fen = 5 }]

[[clean]]
why = { zh = "同一数字、不同币种，是不同的报价", en = "the same number in another currency is another price" }
bids = [{ tender_code = "A", bidder_name = "甲公司", bid_fen = 5, currency = "CNY" }, { tender_code = "A", bidder_name = "乙公司", bid_fen = 5, currency = "USD" }]

[[skipped]]
why = { zh = "不知道是谁的投标", en = "nobody knows whose bids they are" }
bids = [{ tender_code = "A", bid_fen = 5 }, { tender_code = "A", bid_fen = 5 }]

[[clean]]
why = { zh = "按采购人定价抽签", en = "drawn by lot at the buyer's price" }
bids = [{ tender_code = "A", bidder_name = "甲公司", bid_fen = 5, procurement_method = "摇号" }, { tender_code = "A", bidder_name = "乙公司", bid_fen = 5, procurement_method = "摇号" }]

[[skipped]]
why = { zh = "没有记录报价", en = "no price was recorded" }
bids = [{ tender_code = "A", bidder_name = "甲公司" }, { tender_code = "A", bidder_name = "乙公司", bid_fen = 5 }]

*/
