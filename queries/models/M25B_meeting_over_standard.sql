/*
code = "M25B"
version = 1
title = { zh = "会议费超标准", en = "Meeting over the standard" }
risk = { zh = "会议费超标准列支，或借会议名义列支招待、旅游费用。", en = "Meetings above the standard often pay for meals and travel under another name." }
logic = { zh = "会议、培训的人均日费用＝金额÷参会人数÷天数，超过综合定额标准。一、二类会议用各自的标准，其余用三、四类标准。", en = "The cost a head and day = amount ÷ attendants ÷ days exceeds the standard of its grade; all but grades one and two take that of three and four." }
exclusions = { zh = "没有天数的按一天计。", en = "Without a number of days one day is assumed." }
severity = "medium"
sector = "public_finance"
method = "limit"
key = ["expense_code"]
summary = { zh = "{attendants}人{days}天，人均每天{head_fen}，标准{limit_fen}", en = "{attendants} attendants, {days} days: {head_fen} a head and day, standard {limit_fen}" }
entity = { kind = "unit", id = "unit_name" }
parties = [{ kind = "unit", id = "unit_name" }]
amount = "over_fen"
group = "unit_name"
picture = { kind = "distribution", value = "head_fen", limit = "limit_fen" }

[requires.official_expenses]
columns = ["expense_code", "unit_name", "expense_kind", "expense_date", "attendants", "amount_fen"]

[params.first_grade]
title = { zh = "一类会议标准", en = "Standard of grade one" }
type = "money"
default = 760
least = 0
unit = { zh = "元/人天", en = "yuan a head and day" }
basis = { zh = "中央和国家机关会议费管理办法综合定额，地方按本地标准修改", en = "Rules on meetings of central organs; enter the local standard" }

[params.second_grade]
title = { zh = "二类会议标准", en = "Standard of grade two" }
type = "money"
default = 650
least = 0
unit = { zh = "元/人天", en = "yuan a head and day" }
basis = { zh = "同上", en = "The same" }

[params.other_grades]
title = { zh = "三、四类会议和培训标准", en = "Standard of grades three and four, and of training" }
type = "money"
default = 550
least = 0
unit = { zh = "元/人天", en = "yuan a head and day" }
basis = { zh = "同上；培训按培训费管理办法的标准修改", en = "The same; for training enter its own standard" }

[[basis]]
law = "中央和国家机关会议费管理办法（财行〔2016〕214号）"
article = "第十四条"
is_checked = false

[[skips]]
of = "official_expenses"
where = "(expense_kind like '%会议%' or expense_kind like '%培训%') and coalesce(attendants, 0) = 0"
why = { zh = "没有参会人数", en = "No count of attendants" }

[columns]
expense_code = "official_expenses.expense_code"
unit_name = "official_expenses.unit_name"
expense_kind = "official_expenses.expense_kind"
subject = "official_expenses.subject"
expense_date = "official_expenses.expense_date"
grade = "official_expenses.grade"
attendants = "official_expenses.attendants"
days = { title = { zh = "天数", en = "Days" }, type = "decimal" }
amount_fen = "official_expenses.amount_fen"
head_fen = { title = { zh = "人均每天", en = "A head and day" }, type = "money" }
limit_fen = { title = { zh = "标准", en = "Standard" }, type = "money" }
over_fen = { title = { zh = "超标准金额", en = "Above the standard" }, type = "money" }

[[evidence]]
of = "official_expenses"
where = "expense_code = $expense_code"
marks = ["attendants", "days", "grade", "amount_fen"]
*/
with meetings as (
    select
        expense_code,
        unit_name,
        expense_kind,
        subject,
        expense_date,
        grade,
        attendants,
        case when days > 0 then days else 1 end as days,
        amount_fen,
        case
            when grade like '%一类%' then $first_grade
            when grade like '%二类%' then $second_grade
            else $other_grades
        end as limit_fen
    from official_expenses
    where (expense_kind like '%会议%' or expense_kind like '%培训%') and attendants > 0
)
select
    expense_code,
    unit_name,
    expense_kind,
    subject,
    expense_date,
    grade,
    attendants,
    days,
    amount_fen,
    cast(round(cast(amount_fen as double) / (attendants * days)) as bigint) as head_fen,
    limit_fen,
    cast(round(amount_fen - limit_fen * attendants * days) as bigint) as over_fen
from meetings
where amount_fen > limit_fen * attendants * days
/*
[[flagged]]
why = { zh = "三类会议每人每天六百元", en = "six hundred yuan a head and day, in grade three" }
official_expenses = [{ expense_code = "1", expense_kind = "会议", attendants = 10, days = 2, grade = "三类", amount_fen = 1200000 }]
rows = [{ expense_code = "1", head_fen = 60000, limit_fen = 55000, over_fen = 100000 }]

[[clean]]
why = { zh = "二类会议允许这个标准，未定类别的一天550元也允许", en = "the same is allowed in grade two, and 550 yuan without a grade for one day" }
official_expenses = [
    { expense_code = "1", expense_kind = "会议", attendants = 10, days = 2, grade = "二类", amount_fen = 1200000 },
    { expense_code = "2", expense_kind = "会议", attendants = 10, amount_fen = 550000 },
]

[[clean]]
why = { zh = "当地标准更高", en = "a place has a higher standard" }
params = { other_grades = 600 }
official_expenses = [{ expense_code = "1", expense_kind = "会议", attendants = 10, days = 2, grade = "三类", amount_fen = 1200000 }]

[[skipped]]
why = { zh = "没有人数", en = "nobody counted who came" }
official_expenses = [{ expense_code = "1", expense_kind = "会议", amount_fen = 1200000 }]
*/
