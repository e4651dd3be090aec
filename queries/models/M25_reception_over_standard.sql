/*
code = "M25"
version = 1
title = { zh = "公务接待超标准", en = "Reception over the standard" }
risk = { zh = "陪餐人数、人均餐费超标，或用现金结算规避公务卡，违反中央八项规定精神。", en = "Too many hosts at table, meals too dear, or cash instead of the official card." }
logic = { zh = "接待对象不超过10人的陪餐超过3人，超过10人的陪餐超过接待对象人数的三分之一；人均费用超过当地标准；以现金结算。任一即列出。", en = "More than three hosts for up to ten guests, or more than a third of more guests; a cost a head above the local standard; paid in cash. Any of them." }
exclusions = { zh = "住宿、交通费用分列的，只把餐费计入金额后再查人均。", en = "Lodging and travel are not to be in the amount when the cost a head is judged." }
severity = "medium"
sector = "public_finance"
method = "limit"
key = ["expense_code"]
summary = { zh = "{expense_date}接待{guests}人，陪餐{escorts}人（限{most_hosts}人），人均{head_fen}，{payment_way}结算", en = "{guests} guests on {expense_date} with {escorts} hosts (at most {most_hosts}), {head_fen} a head, paid by {payment_way}" }
entity = { kind = "unit", id = "unit_name" }
parties = [{ kind = "unit", id = "unit_name" }]
amount = "amount_fen"
group = "unit_name"
picture = { kind = "bars", label = "unit_name", value = "amount_fen" }

[requires.official_expenses]
columns = ["expense_code", "unit_name", "expense_kind", "expense_date", "guests", "escorts", "amount_fen"]

[params.small_party]
title = { zh = "小规模接待人数", en = "Guests of a small party" }
type = "whole"
default = 10
least = 1
most = 100
unit = { zh = "人", en = "guests" }
basis = { zh = "党政机关国内公务接待管理规定：接待对象10人以内", en = "Rules on official receptions: up to ten guests" }

[params.small_hosts]
title = { zh = "小规模接待陪餐上限", en = "Most hosts of a small party" }
type = "whole"
default = 3
least = 0
most = 100
unit = { zh = "人", en = "hosts" }
basis = { zh = "同上：10人以内的，陪餐人数不得超过3人；超过10人的，不得超过接待对象人数的三分之一", en = "The same: at most three hosts for up to ten guests, a third of the guests beyond that" }

[params.most_head]
title = { zh = "人均标准", en = "Standard a head" }
type = "money"
default = 150
least = 0
unit = { zh = "元", en = "yuan" }
basis = { zh = "各地自定的会议用餐、工作餐标准多在100—150元，按当地标准填写", en = "Local standards are mostly 100 to 150 yuan; enter the local one" }

[[basis]]
law = "党政机关国内公务接待管理规定"
article = "第十条、第十六条"
is_checked = false

[[skips]]
of = "official_expenses"
where = "expense_kind like '%接待%' and (guests is null or escorts is null)"
why = { zh = "没有接待对象或陪餐人数", en = "No count of guests or of hosts" }

[columns]
expense_code = "official_expenses.expense_code"
unit_name = "official_expenses.unit_name"
expense_date = "official_expenses.expense_date"
subject = "official_expenses.subject"
guests = "official_expenses.guests"
escorts = "official_expenses.escorts"
most_hosts = { title = { zh = "陪餐上限", en = "Most hosts" }, type = "whole" }
amount_fen = "official_expenses.amount_fen"
head_fen = { title = { zh = "人均费用", en = "Cost a head" }, type = "money" }
payment_way = "official_expenses.payment_way"
is_crowded = { title = { zh = "是否陪餐超人数", en = "Too many hosts" }, type = "flag" }
is_dear = { title = { zh = "是否人均超标准", en = "Too dear a head" }, type = "flag" }
is_cash = { title = { zh = "是否现金结算", en = "Paid in cash" }, type = "flag" }

[[evidence]]
of = "official_expenses"
where = "expense_code = $expense_code"
marks = ["guests", "escorts", "amount_fen", "payment_way"]
*/
with receptions as (
    select
        *,
        case when guests <= $small_party then $small_hosts else cast(floor(cast(guests as double) / 3) as bigint) end as most_hosts,
        case
            when guests + escorts > 0 then cast(round(cast(amount_fen as double) / (guests + escorts)) as bigint)
        end as head_fen,
        coalesce(payment_way like '%现金%', false) as is_cash
    from official_expenses
    where expense_kind like '%接待%'
)
select
    expense_code,
    unit_name,
    expense_date,
    subject,
    guests,
    escorts,
    most_hosts,
    amount_fen,
    head_fen,
    payment_way,
    coalesce(escorts > most_hosts, false) as is_crowded,
    coalesce(head_fen > $most_head, false) as is_dear,
    is_cash
from receptions
where escorts > most_hosts or head_fen > $most_head or is_cash
/*
[[flagged]]
why = { zh = "十位来宾四人陪同", en = "four hosts for ten guests" }
official_expenses = [{ expense_code = "1", expense_kind = "公务接待", guests = 10, escorts = 4, amount_fen = 140000 }]
rows = [{ expense_code = "1", most_hosts = 3, head_fen = 10000, is_crowded = true, is_dear = false }]

[[flagged]]
why = { zh = "十一人的三分之一是三人", en = "a third of eleven is three" }
official_expenses = [{ expense_code = "1", expense_kind = "公务接待", guests = 11, escorts = 4, amount_fen = 15000 }]
rows = [{ most_hosts = 3, is_crowded = true }]

[[flagged]]
why = { zh = "人均二百元，且以现金支付", en = "two hundred yuan a head, and paid in cash" }
official_expenses = [{ expense_code = "1", expense_kind = "公务接待", guests = 8, escorts = 2, amount_fen = 200000, payment_way = "现金" }]
rows = [{ is_crowded = false, is_dear = true, is_cash = true }]

[[clean]]
why = { zh = "十人三人陪同，十五人五人陪同，人均一百五十元", en = "three hosts for ten, five for fifteen, a hundred and fifty yuan a head" }
official_expenses = [
    { expense_code = "1", expense_kind = "公务接待", guests = 10, escorts = 3, amount_fen = 195000, payment_way = "公务卡" },
    { expense_code = "2", expense_kind = "公务接待", guests = 15, escorts = 5, amount_fen = 200000, payment_way = "转账" },
]

[[clean]]
why = { zh = "会议另有标准", en = "a meeting has a standard of its own" }
official_expenses = [{ expense_code = "1", expense_kind = "会议", attendants = 10, amount_fen = 900000 }]

[[skipped]]
why = { zh = "没有来宾人数", en = "nobody counted the guests" }
official_expenses = [{ expense_code = "1", expense_kind = "公务接待", amount_fen = 900000 }]
*/
