/*
code = "M08C"
aliases = ["R030"]
version = 1
title = { zh = "逾期投标中标", en = "Late bid won" }
risk = { zh = "投标截止后才递交的投标本应拒收，却中了标：可能先看过别人的报价。", en = "A bid after the deadline had to be refused, but won: its author may have known the others' prices." }
logic = { zh = "中标的有效投标，递交时间晚于投标截止时刻；只知道截止日期的，晚于当天。", en = "The winning, valid bid was submitted after the deadline; where only its day is known, after that day." }
exclusions = { zh = "取消的招标不计。假定中标人没有在截止前另外递交过有效投标。", en = "Cancelled tenders are left out. It is assumed that the winner had not submitted another valid bid in time." }
severity = "high"
sector = "procurement"
method = "sequence"
key = ["tender_code", "winner_id", "submitted_at"]
summary = { zh = "{winner_name}于 {submitted_at} 递交，已过截止日期 {deadline_date}，仍然中标", en = "{winner_name} submitted at {submitted_at}, after the deadline of {deadline_date}, and won" }
entity = { kind = "tender", id = "tender_code" }
parties = [{ kind = "company", id = "winner_id", name = "winner_name" }, { kind = "unit", id = "buyer_name" }]
amount = "bid_fen"
group = "buyer_name"
picture = { kind = "timeline", start = "deadline_date", end = "submitted_at", label = "winner_name" }

[requires.bids]
columns = ["tender_code", "bidder_name", "status", "submitted_at"]

[requires.tenders]
is_optional = true
columns = ["tender_code", "bid_deadline_date"]

[[basis]]
law = "中华人民共和国招标投标法"
article = "第二十八条"
is_checked = false

[[basis]]
law = "中华人民共和国招标投标法实施条例"
article = "第三十六条"
is_checked = false

[[basis]]
law = "Cardinal（open-contracting/cardinal-rs）"
article = "R030"
is_checked = true

[[skips]]
of = "bids"
where = "lower(status) in ('中标', '已中标', '成交', '是', 'awarded', 'won', 'winner') and (submitted_at is null or (bid_deadline_at is null and bid_deadline_date is null and tender_code not in (select tender_code from tenders where tender_code is not null and bid_deadline_date is not null)))"
why = { zh = "中标的投标没有递交时间或截止时间", en = "A winning bid without its time or its deadline" }

[[skips]]
of = "bids"
where = "status is null and tender_code not in (select tender_code from bids where tender_code is not null and lower(status) in ('中标', '已中标', '成交', '是', 'awarded', 'won', 'winner'))"
why = { zh = "没有投标结果，不知道谁中标", en = "No result: the winner is not known" }

[columns]
tender_code = "bids.tender_code"
buyer_name = "bids.buyer_name"
winner_name = "bids.bidder_name"
winner_id = { title = { zh = "中标人识别号", en = "Winner's number" }, type = "text" }
bid_fen = "bids.bid_fen"
submitted_at = "bids.submitted_at"
deadline_date = { title = { zh = "投标截止日期", en = "Deadline" }, type = "date" }
status = "bids.status"

[[evidence]]
of = "bids"
where = "tender_code = $tender_code"
marks = ["submitted_at", "bid_deadline_at", "bid_deadline_date", "status"]

[[evidence]]
of = "tenders"
where = "tender_code = $tender_code"
marks = ["bid_deadline_date"]
*/
with dated as (
    select
        bids.tender_code,
        coalesce(bids.buyer_name, tenders.buyer_name) as buyer_name,
        bids.bidder_name as winner_name,
        coalesce(bids.bidder_code, bids.bidder_number, bids.bidder_name) as winner_id,
        bids.bid_fen,
        bids.submitted_at,
        bids.bid_deadline_at,
        coalesce(cast(bids.bid_deadline_at as date), bids.bid_deadline_date, tenders.bid_deadline_date) as deadline_date,
        bids.status
    from bids
    left join tenders on bids.tender_code = tenders.tender_code
    where
        lower(bids.status) in ('中标', '已中标', '成交', '是', 'awarded', 'won', 'winner')
        and not regexp_matches(lower(coalesce(bids.tender_status, tenders.tender_status, '')), '取消|终止|cancel')
)

select distinct
    tender_code,
    buyer_name,
    winner_name,
    winner_id,
    bid_fen,
    submitted_at,
    deadline_date,
    status
from dated
where
    case
        when bid_deadline_at is not null then submitted_at > bid_deadline_at
        else cast(submitted_at as date) > deadline_date
    end
/*
[[flagged]]
why = { zh = "截止后五分钟", en = "five minutes after the deadline" }
bids = [{ tender_code = "A", bidder_name = "甲公司", status = "中标", submitted_at = 2026-03-01T09:35:00, bid_deadline_at = 2026-03-01T09:30:00 }]
rows = [{ tender_code = "A", winner_name = "甲公司" }]

[[flagged]]
why = { zh = "按招标的截止日期，晚一天", en = "a day after, by the deadline of the tender" }
tenders = [{ tender_code = "A", bid_deadline_date = 2026-03-01 }]
bids = [{ tender_code = "A", bidder_name = "甲公司", status = "中标", submitted_at = 2026-03-02T08:00:00 }]

[[clean]]
why = { zh = "在截止当天：不知道钟点", en = "on the day of the deadline: the hour is not known" }
bids = [{ tender_code = "A", bidder_name = "甲公司", status = "中标", submitted_at = 2026-03-01T17:00:00, bid_deadline_date = 2026-03-01 }]

[[clean]]
why = { zh = "迟到的投标没有中标", en = "a late bid that lost" }
bids = [{ tender_code = "A", bidder_name = "甲公司", status = "未中标", submitted_at = 2026-03-02T08:00:00, bid_deadline_date = 2026-03-01 }]

[[clean]]
why = { zh = "已终止的招标", en = "a cancelled tender" }
bids = [{ tender_code = "A", bidder_name = "甲公司", status = "中标", tender_status = "取消", submitted_at = 2026-03-02T08:00:00, bid_deadline_date = 2026-03-01 }]

[[skipped]]
why = { zh = "没有记录中标人何时递交", en = "nobody recorded when the winner submitted" }
bids = [{ tender_code = "A", bidder_name = "甲公司", status = "中标", bid_deadline_date = 2026-03-01 }]

[[skipped]]
why = { zh = "没有写明谁中标", en = "nobody is said to have won" }
bids = [{ tender_code = "A", bidder_name = "甲公司", bid_fen = 100, evaluated_fen = 100 }, { tender_code = "A", bidder_name = "乙公司", bid_fen = 90, evaluated_fen = 90 }]
*/
