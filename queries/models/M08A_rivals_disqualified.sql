/*
code = "M08A"
aliases = ["R035"]
version = 1
title = { zh = "除中标人外全部被否决", en = "All except the winning bid disqualified" }
risk = { zh = "评标时把其他投标人逐一否决，只留内定的一家。", en = "The others are disqualified one by one, so that only the chosen bidder remains." }
logic = { zh = "只有一家投标有效，它就是中标人，并且至少有规定家数的其他投标人被否决。", en = "Exactly one bidder has valid bids and is the winner, and at least the given number of others was disqualified." }
exclusions = { zh = "还有授标未定、几家中标或取消的招标不计；待评审、撤回、受邀未投的投标不算有效，也不算否决。投标少的标段误报多，可调高最少家数。", en = "Tenders with an award pending, several winners or cancelled are left out; pending, withdrawn and merely invited bids are neither valid nor disqualified. Raise the threshold where tenders with few bids give false alarms." }
severity = "high"
sector = "procurement"
method = "matching"
key = ["tender_code"]
summary = { zh = "{disqualified_count}家被否决，只剩{winner_name}中标", en = "{disqualified_count} bidders were disqualified and {winner_name} won" }
entity = { kind = "tender", id = "tender_code" }
parties = [{ kind = "company", id = "winner_id", name = "winner_name" }, { kind = "unit", id = "buyer_name" }]
amount = "winner_fen"
group = "buyer_name"
picture = { kind = "bars", label = "buyer_name" }

[requires.bids]
columns = ["tender_code", "bidder_name", "status"]

[params.fewest_disqualified]
title = { zh = "最少被否决家数", en = "Fewest disqualified" }
type = "whole"
default = 1
least = 1
most = 50
unit = { zh = "家", en = "bidders" }
basis = { zh = "Cardinal R035 的缺省值", en = "Default of Cardinal's R035" }

[[basis]]
law = "中华人民共和国招标投标法实施条例"
article = "第五十一条"
is_checked = false

[[basis]]
law = "Cardinal（open-contracting/cardinal-rs）"
article = "R035"
is_checked = true

[[skips]]
of = "bids"
where = "status is null"
why = { zh = "没有投标结果", en = "No result of the bid" }

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
disqualified_count = { title = { zh = "被否决家数", en = "Disqualified bidders" }, type = "whole" }
disqualified_names = { title = { zh = "被否决的投标人", en = "Disqualified bidders' names" }, type = "text" }

[[evidence]]
of = "bids"
where = "tender_code = $tender_code"
marks = ["status", "bidder_name"]
*/
with told as (
    select
        tender_code,
        coalesce(bidder_code, bidder_number, bidder_name) as bidder_id,
        bidder_name,
        coalesce(member_count, 1) as member_count,
        buyer_name,
        bid_fen,
        coalesce(winner_count, 1) as winner_count,
        lower(status) in ('中标', '已中标', '成交', '是', 'awarded', 'won', 'winner') as is_winner,
        regexp_matches(lower(status), '否决|废标|无效|不合格|reject|disqualif|invalid') as is_disqualified,
        regexp_matches(lower(status), '撤回|受邀|待评审|withdrawn|invited|pending') as is_apart
    from bids
    where
        status is not null
        and coalesce(award_status, '已定标') <> '未定标'
        and not regexp_matches(lower(coalesce(tender_status, '')), '取消|终止|cancel')
),

valid as (
    select
        tender_code,
        min(bidder_id) as winner_id,
        min(bidder_name) as winner_name,
        min(buyer_name) as buyer_name,
        min(bid_fen) as winner_fen
    from told
    where not is_disqualified and not is_apart
    group by tender_code
    having
        count(distinct bidder_id) = 1
        and max(member_count) = 1
        and max(winner_count) = 1
        and count(*) filter (where is_winner) > 0
),

disqualified as (
    select tender_code, bidder_id, min(bidder_name) as bidder_name, max(member_count) as member_count
    from told
    where is_disqualified and bidder_id is not null
    group by tender_code, bidder_id
)

select
    valid.tender_code,
    valid.buyer_name,
    valid.winner_name,
    valid.winner_id,
    valid.winner_fen,
    cast(sum(disqualified.member_count) as bigint) as disqualified_count,
    string_agg(disqualified.bidder_name, '、' order by disqualified.bidder_id) as disqualified_names
from valid
inner join disqualified
    on valid.tender_code = disqualified.tender_code and valid.winner_id <> disqualified.bidder_id
group by valid.tender_code, valid.buyer_name, valid.winner_name, valid.winner_id, valid.winner_fen
having sum(disqualified.member_count) >= $fewest_disqualified
/*
[[flagged]]
why = { zh = "两家被否决，第三家中标", en = "two were disqualified, the third won" }
bids = [{ tender_code = "A", bidder_name = "甲公司", status = "中标" }, { tender_code = "A", bidder_name = "乙公司", status = "废标" }, { tender_code = "A", bidder_name = "丙公司", status = "否决" }]
rows = [{ tender_code = "A", disqualified_count = 2, winner_name = "甲公司" }]

[[flagged]]
why = { zh = "撤回的投标不影响结果", en = "a withdrawn bid changes nothing" }
bids = [{ tender_code = "A", bidder_name = "甲公司", status = "中标" }, { tender_code = "A", bidder_name = "乙公司", status = "废标" }, { tender_code = "A", bidder_name = "丙公司", status = "撤回" }]
rows = [{ tender_code = "A", disqualified_count = 1 }]

[[clean]]
why = { zh = "还有一份投标有效", en = "a second bid was valid" }
bids = [{ tender_code = "A", bidder_name = "甲公司", status = "中标" }, { tender_code = "A", bidder_name = "乙公司", status = "未中标" }, { tender_code = "A", bidder_name = "丙公司", status = "废标" }]

[[clean]]
why = { zh = "一家少于两家", en = "one is fewer than two" }
params = { fewest_disqualified = 2 }
bids = [{ tender_code = "A", bidder_name = "甲公司", status = "中标" }, { tender_code = "A", bidder_name = "乙公司", status = "废标" }]

[[clean]]
why = { zh = "被否决的是中标人自己的另一份投标，没有别人的", en = "the winner's own other bid was disqualified, nobody else's" }
bids = [{ tender_code = "A", bidder_name = "甲公司", status = "中标" }, { tender_code = "A", bidder_name = "甲公司", status = "废标" }]

[[clean]]
why = { zh = "尚无人中标", en = "nobody has won yet" }
bids = [{ tender_code = "A", bidder_name = "甲公司", status = "中标", award_status = "未定标" }, { tender_code = "A", bidder_name = "乙公司", status = "废标" }]

[[clean]]
why = { zh = "还有第二个中标人", en = "the award has a second winner" }
bids = [{ tender_code = "A", bidder_name = "甲公司", status = "中标", winner_count = 2 }, { tender_code = "A", bidder_name = "乙公司", status = "废标", winner_count = 2 }]

[[skipped]]
why = { zh = "没有记录结果", en = "no result was recorded" }
bids = [{ tender_code = "A", bidder_name = "甲公司" }, { tender_code = "A", bidder_name = "乙公司" }]

[[skipped]]
why = { zh = "不知道是谁的投标", en = "nobody knows whose bid it is" }
bids = [{ tender_code = "A", status = "废标" }]
*/
