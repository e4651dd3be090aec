/*
code = "M11B"
version = 1
title = { zh = "未批先招", en = "Tender before approval" }
risk = { zh = "项目还没有批准立项就招标，资金和方案都没有落实，容易倒逼审批、事后补手续。", en = "A tender before the project is approved forces the approval, or papers are made afterwards." }
logic = { zh = "招标公告日期早于立项批复日期。", en = "The tender notice is older than the approval of the project." }
severity = "medium"
sector = "procurement"
method = "sequence"
key = ["tender_code"]
summary = { zh = "{notice_date} 公告，{approval_date} 才批复立项，早 {early_days} 天", en = "Announced on {notice_date}, approved only on {approval_date}, {early_days} days later" }
entity = { kind = "tender", id = "tender_code", name = "tender_name" }
parties = [{ kind = "unit", id = "buyer_name" }, { kind = "company", id = "winner_name" }]
amount = "budget_fen"
group = "buyer_name"
picture = { kind = "timeline", start = "notice_date", end = "approval_date", label = "tender_name" }

[requires.tenders]
columns = ["tender_code", "notice_date", "approval_date"]

[params.most_days]
title = { zh = "容许早几天", en = "Days allowed" }
type = "whole"
default = 0
least = 0
most = 365
unit = { zh = "天", en = "days" }
basis = { zh = "招标投标法第九条：应当先履行审批手续，取得批准", en = "Bidding Law, article 9: approval comes first" }

[[basis]]
law = "中华人民共和国招标投标法"
article = "第九条"
is_checked = false

[[skips]]
of = "tenders"
where = "notice_date is null or approval_date is null"
why = { zh = "没有公告日期或立项批复日期", en = "No notice date or no approval date" }

[columns]
tender_code = "tenders.tender_code"
tender_name = "tenders.tender_name"
buyer_name = "tenders.buyer_name"
winner_name = "tenders.winner_name"
notice_date = "tenders.notice_date"
approval_date = "tenders.approval_date"
early_days = { title = { zh = "早多少天", en = "Days early" }, type = "whole" }
budget_fen = "tenders.budget_fen"

[[evidence]]
of = "tenders"
where = "tender_code = $tender_code"
marks = ["notice_date", "approval_date"]
*/
select
    tender_code,
    tender_name,
    buyer_name,
    winner_name,
    notice_date,
    approval_date,
    date_diff('day', notice_date, approval_date) as early_days,
    budget_fen
from tenders
where date_diff('day', notice_date, approval_date) > $most_days
/*
[[flagged]]
why = { zh = "批准前十五天发布公告", en = "announced fifteen days before the approval" }
tenders = [{ tender_code = "A", notice_date = 2026-03-01, approval_date = 2026-03-16 }]
rows = [{ tender_code = "A", early_days = 15 }]

[[clean]]
why = { zh = "公告当天批准", en = "approved on the day of the notice" }
tenders = [{ tender_code = "A", notice_date = 2026-03-01, approval_date = 2026-03-01 }]

[[clean]]
why = { zh = "此处允许五天", en = "five days are allowed here" }
params = { most_days = 5 }
tenders = [{ tender_code = "A", notice_date = 2026-03-01, approval_date = 2026-03-06 }]

[[skipped]]
why = { zh = "不知道何时批准", en = "the approval is not known" }
tenders = [{ tender_code = "A", notice_date = 2026-03-01 }]
*/
