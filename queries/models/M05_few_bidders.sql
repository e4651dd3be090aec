/*
code = "M05"
aliases = ["R018"]
version = 1
title = { zh = "投标人不足三家仍开标", en = "Opened with fewer than three bidders" }
risk = { zh = "投标人少于三家没有形成竞争，可能是内定、陪标不足或者设置了排斥性条件。", en = "With fewer than three bidders there is no competition: the winner was settled before, or conditions kept others out." }
logic = { zh = "公开、邀请招标的标段，投标人少于规定家数的列出；招标台账填了投标人数的以它为准，没有的数投标明细（撤回、受邀未投的不算）。", en = "Open and selective tenders with fewer bidders than required; the number stated with the tender goes before that of the bids, of which withdrawn ones and mere invitations do not count." }
exclusions = { zh = "竞争性谈判、询价、单一来源等方式不在此列；取消的招标项目不计。招标台账中没有招标方式的，列为无法判断；只有投标明细而没有招标方式的，照样判断。", en = "Other methods and cancelled tenders are left out. A tender without a method cannot be judged; bids without one are judged where no tender is known." }
severity = "high"
sector = "procurement"
method = "limit"
key = ["tender_code"]
summary = { zh = "只有{bidder_count}家投标，少于{fewest}家", en = "Only {bidder_count} bidders, fewer than {fewest}" }
entity = { kind = "tender", id = "tender_code", name = "tender_name" }
parties = [{ kind = "unit", id = "buyer_name" }, { kind = "company", id = "bidder_name" }]
amount = "amount_fen"
group = "buyer_name"
picture = { kind = "bars", label = "buyer_name" }

[alias_params.R018]
fewest = 2
counted = "bids"

[requires.tenders]
is_optional = true
columns = ["tender_code", "bidder_count"]

[requires.bids]
is_optional = true
columns = ["tender_code"]

[params.fewest]
title = { zh = "最少家数", en = "Fewest bidders" }
type = "whole"
default = 3
least = 2
most = 20
unit = { zh = "家", en = "bidders" }
basis = { zh = "招标投标法第二十八条：投标人少于三个的应当重新招标；Cardinal R018 只取恰好一家（即少于 2 家）", en = "Bidding Law, article 28: fewer than three means a new tender; Cardinal's R018 takes exactly one (fewer than 2)" }

[params.counted]
title = { zh = "投标明细怎样数", en = "How bids are counted" }
type = "choice"
default = "bidders"
basis = { zh = "法律数投标人；同一家多份投标只算一家。Cardinal 和世界银行数据按份数计", en = "The law counts bidders: several bids of one are one. Cardinal and the World Bank count bids" }

[params.counted.choices]
bidders = { zh = "按投标人", en = "Bidders" }
bids = { zh = "按投标份数", en = "Bids" }

[params.methods]
title = { zh = "竞争方式", en = "Competitive methods" }
type = "text"
default = "公开招标|邀请招标"
basis = { zh = "招标投标法第十条的两种招标方式，即 Cardinal R018 的 open 和 selective；以竖线分开", en = "The two methods of the Bidding Law, article 10: Cardinal's open and selective; divided by bars" }

[[basis]]
law = "中华人民共和国招标投标法"
article = "第二十八条"
is_checked = false

[[basis]]
law = "中华人民共和国招标投标法实施条例"
article = "第四十四条"
is_checked = false

[[skips]]
of = "tenders"
where = "procurement_method is null"
why = { zh = "没有招标方式", en = "No procurement method" }

[columns]
tender_code = { title = { zh = "招标编号", en = "Tender number" }, type = "text" }
tender_name = "tenders.tender_name"
buyer_name = "tenders.buyer_name"
procurement_method = "tenders.procurement_method"
bidder_count = { title = { zh = "投标家数", en = "Bidders" }, type = "whole" }
bidder_name = "bids.bidder_name"
amount_fen = { title = { zh = "中标或报价金额", en = "Award or price" }, type = "money" }

[[evidence]]
of = "tenders"
where = "tender_code = $tender_code"
marks = ["bidder_count", "procurement_method"]

[[evidence]]
of = "bids"
where = "tender_code = $tender_code"
marks = ["bidder_name", "status"]
*/
with submitted as (
    select
        tender_code,
        count(*) as bid_count,
        count(distinct coalesce(bidder_code, bidder_number, bidder_name)) as bidder_count,
        min(bidder_name) as bidder_name,
        min(buyer_name) as buyer_name,
        min(procurement_method) as procurement_method,
        max(bid_fen) as bid_fen,
        max(tender_status) as tender_status
    from bids
    where not regexp_matches(lower(coalesce(status, '')), '撤回|受邀|withdrawn|invited')
    group by tender_code
),

counted as (
    select
        coalesce(tenders.tender_code, submitted.tender_code) as tender_code,
        coalesce(tenders.tender_name, submitted.tender_code) as tender_name,
        coalesce(tenders.buyer_name, submitted.buyer_name) as buyer_name,
        coalesce(tenders.procurement_method, submitted.procurement_method) as procurement_method,
        tenders.tender_code is null as is_bids_alone,
        coalesce(
            tenders.bidder_count,
            case when $counted = 'bids' then submitted.bid_count else greatest(submitted.bidder_count, 1) end
        ) as bidder_count,
        submitted.bidder_name,
        coalesce(tenders.award_fen, submitted.bid_fen, tenders.budget_fen) as amount_fen,
        coalesce(tenders.tender_status, submitted.tender_status, '') as tender_status
    from tenders
    full outer join submitted on tenders.tender_code = submitted.tender_code
)

select tender_code, tender_name, buyer_name, procurement_method, bidder_count, bidder_name, amount_fen
from counted
where
    bidder_count between 1 and $fewest - 1
    and not regexp_matches(lower(tender_status), '取消|终止|cancel')
    and (
        (is_bids_alone and procurement_method is null)
        or '|' || $methods || '|' like '%|' || procurement_method || '|%'
    )
/*
[[flagged]]
why = { zh = "公开招标只有两份投标，少一份", en = "two bids of an open tender are one too few" }
tenders = [{ tender_code = "A", tender_name = "甲", buyer_name = "一局", procurement_method = "公开招标" }]
bids = [{ tender_code = "A", bidder_name = "甲公司" }, { tender_code = "A", bidder_name = "乙公司" }]
rows = [{ tender_code = "A", bidder_count = 2, tender_name = "甲" }]

[[flagged]]
why = { zh = "两个投标人的三份投标仍是两个投标人", en = "three bids of two bidders are those of two bidders" }
bids = [{ tender_code = "A", bidder_name = "甲公司" }, { tender_code = "A", bidder_name = "乙公司" }, { tender_code = "A", bidder_name = "乙公司" }]
rows = [{ tender_code = "A", bidder_count = 2 }]

[[flagged]]
why = { zh = "招标本身写明的家数足够，不必知道各份投标", en = "the number that the tender states is enough, no bid need be known" }
params = { fewest = 2 }
tenders = [{ tender_code = "A", procurement_method = "邀请招标", bidder_count = 1 }]

[[flagged]]
why = { zh = "撤回的投标不算", en = "a bid that was withdrawn is none" }
bids = [{ tender_code = "A", bidder_name = "甲公司" }, { tender_code = "A", bidder_name = "乙公司" }, { tender_code = "A", bidder_name = "丙公司", status = "撤回" }]
rows = [{ bidder_count = 2 }]

[[clean]]
why = { zh = "三个投标人足够", en = "three bidders are enough" }
bids = [{ tender_code = "A", bidder_name = "甲公司" }, { tender_code = "A", bidder_name = "乙公司" }, { tender_code = "A", bidder_name = "丙公司" }]

[[clean]]
why = { zh = "按投标份数计算，两个投标人的三份投标是三份", en = "counted by bids, three bids of two bidders are three" }
params = { counted = "bids" }
bids = [{ tender_code = "A", bidder_name = "甲公司" }, { tender_code = "A", bidder_name = "乙公司" }, { tender_code = "A", bidder_name = "乙公司" }]

[[clean]]
why = { zh = "单一来源本来就只有一个供应商", en = "single source has one supplier by its nature" }
tenders = [{ tender_code = "A", procurement_method = "单一来源", bidder_count = 1 }]

[[clean]]
why = { zh = "已终止的招标没有开标", en = "a cancelled tender was not opened" }
tenders = [{ tender_code = "A", procurement_method = "公开招标", bidder_count = 1, tender_status = "取消" }]

[[clean]]
why = { zh = "无人投标：没有开标", en = "nobody came: nothing was opened" }
tenders = [{ tender_code = "A", procurement_method = "公开招标", bidder_count = 0 }]

[[skipped]]
why = { zh = "没有采购方式，无从知道需要几家", en = "without the method nobody can say how many are needed" }
tenders = [{ tender_code = "A", bidder_count = 1 }]
*/
