/*
code = "M04"
aliases = ["R003"]
version = 1
title = { zh = "投标准备期不足", en = "Bid period too short" }
risk = { zh = "留给投标人的时间太短，外来投标人来不及应标，往往是为内定的投标人量身安排。", en = "Too little time keeps outsiders from bidding and favours a bidder who knew before." }
logic = { zh = "自招标文件发出之日（未填时用公告日期）至投标截止之日少于规定天数的标段。", en = "Tenders with fewer days than required from the issue of the documents (the notice where it is missing) to the bid deadline." }
exclusions = { zh = "询价、单一来源、竞争性谈判和磋商另有期限，不在此列。", en = "Methods with limits of their own (quotation, single source, negotiation, consultation) are left out." }
severity = "medium"
sector = "procurement"
method = "limit"
key = ["tender_code"]
summary = { zh = "从{start_date}到{bid_deadline_date}只有{bid_days}天，少于{min_days}天", en = "Only {bid_days} days from {start_date} to {bid_deadline_date}, fewer than {min_days}" }
entity = { kind = "tender", id = "tender_code", name = "tender_name" }
parties = [{ kind = "unit", id = "buyer_name" }, { kind = "company", id = "winner_name" }]
amount = "budget_fen"
group = "buyer_name"
picture = { kind = "distribution", value = "bid_days", limit = "min_days" }

[alias_params.R003]
min_days = 15

[requires.tenders]
columns = ["tender_code", "bid_deadline_date", "notice_date"]

[params.min_days]
title = { zh = "最短天数", en = "Fewest days" }
type = "whole"
default = 20
least = 1
most = 365
unit = { zh = "天", en = "days" }
basis = { zh = "招标投标法第二十四条：不得少于二十日；Cardinal R003 默认 15 天", en = "Bidding Law, article 24: not fewer than twenty days; Cardinal's R003 takes 15" }

[[basis]]
law = "中华人民共和国招标投标法"
article = "第二十四条"
is_checked = false

[[skips]]
of = "tenders"
where = "bid_deadline_date is null or coalesce(document_date, notice_date) is null"
why = { zh = "没有公告日期或投标截止日期", en = "No notice date or no bid deadline" }

[columns]
tender_code = "tenders.tender_code"
tender_name = "tenders.tender_name"
buyer_name = "tenders.buyer_name"
procurement_method = "tenders.procurement_method"
start_date = { title = { zh = "起算日", en = "Counted from" }, type = "date" }
bid_deadline_date = "tenders.bid_deadline_date"
bid_days = { title = { zh = "投标准备天数", en = "Days to bid" }, type = "whole" }
budget_fen = "tenders.budget_fen"
winner_name = "tenders.winner_name"

[[evidence]]
of = "tenders"
where = "tender_code = $tender_code"
marks = ["notice_date", "document_date", "bid_deadline_date"]
*/
select
    tender_code,
    tender_name,
    buyer_name,
    procurement_method,
    coalesce(document_date, notice_date) as start_date,
    bid_deadline_date,
    date_diff('day', coalesce(document_date, notice_date), bid_deadline_date) as bid_days,
    budget_fen,
    winner_name
from tenders
where
    date_diff('day', coalesce(document_date, notice_date), bid_deadline_date) < $min_days
    and (procurement_method is null or procurement_method not in ('询价', '单一来源', '竞争性谈判', '竞争性磋商'))
/*
[[flagged]]
why = { zh = "十九天，少一天", en = "nineteen days are one too few" }
tenders = [{ tender_code = "A", notice_date = 2026-03-01, bid_deadline_date = 2026-03-20, procurement_method = "公开招标" }]
rows = [{ tender_code = "A", bid_days = 19 }]

[[flagged]]
why = { zh = "文件发出晚于公告：投标人只有其后的时间", en = "the documents were issued later than the notice: bidders had only the time since" }
tenders = [{ tender_code = "A", notice_date = 2026-03-01, document_date = 2026-03-10, bid_deadline_date = 2026-03-25 }]
rows = [{ tender_code = "A", bid_days = 15 }]

[[clean]]
why = { zh = "二十天足够", en = "twenty days are enough" }
tenders = [{ tender_code = "A", notice_date = 2026-03-01, bid_deadline_date = 2026-03-21 }]

[[clean]]
why = { zh = "用 Cardinal 的阈值，十六天可以", en = "with Cardinal's threshold sixteen days pass" }
params = { min_days = 15 }
tenders = [{ tender_code = "A", notice_date = 2026-03-01, bid_deadline_date = 2026-03-17 }]

[[clean]]
why = { zh = "询价另有期限", en = "a quotation has a limit of its own" }
tenders = [{ tender_code = "A", notice_date = 2026-03-01, bid_deadline_date = 2026-03-05, procurement_method = "询价" }]

[[skipped]]
why = { zh = "没有截止日期，无从计算", en = "without a deadline nothing can be counted" }
tenders = [{ tender_code = "A", notice_date = 2026-03-01 }]
*/
