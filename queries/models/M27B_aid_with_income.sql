/*
code = "M27B"
version = 1
title = { zh = "低保对象领取工资或养老金", en = "Low-income aid beside wages or a pension" }
risk = { zh = "有稳定收入仍领取低保；收入须由家庭共同核算，本人的工资、养老金是最直接的线索。", en = "Aid goes to people with a regular income. What counts is the household's, but one's own wage or pension is the plainest hint." }
logic = { zh = "领取低保或特困供养的同一个月，本人又从财政供养单位领取工资，或领取养老金，两项合计高于规定数额。一人一条，列出重合的月数和最高月收入。", en = "In a month of minimum living allowance or destitute support the same person draws a wage of a public unit, or a pension, together more than the given amount. One row a person." }
exclusions = { zh = "只查本人，同户其他成员另行比对。住房公积金基数、存款没有对应的数据集类型，取得后以工资、养老金同样的办法另写模型比对；城乡居民基础养老金数额小，用金额下限排除。", en = "Only the person; others of the household are to be compared apart. There is no dataset type for the base of the housing fund or for deposits: with such data another model has to compare them. The small basic pension of residents stays below the least amount." }
severity = "high"
sector = "civil_affairs"
method = "matching"
key = ["identity_number"]
summary = { zh = "领取低保的{overlap_months}个月里另有工资或养老金，最多的一个月{most_income_fen}", en = "A wage or pension in {overlap_months} months of aid, {most_income_fen} in the highest" }
entity = { kind = "person", id = "identity_number", name = "person_name" }
parties = [{ kind = "person", id = "identity_number", name = "person_name" }]
amount = "aid_fen"
group = "region_name"
picture = { kind = "distribution", value = "most_income_fen", limit = "least_fen" }

[requires.benefits]
columns = ["scheme", "identity_number", "period", "paid_fen"]

[requires.payroll]
columns = ["identity_number", "pay_month", "gross_fen"]
is_optional = true

[requires.pensions]
columns = ["identity_number", "pay_month", "paid_fen"]

[params.least_fen]
title = { zh = "月收入下限", en = "Least income of a month" }
type = "money"
default = 1000
least = 0
unit = { zh = "元", en = "yuan" }
basis = { zh = "按当地低保标准填写；默认数略高于多数地区城市低保标准", en = "The local line of aid; the default lies somewhat above that of most cities" }

[[basis]]
law = "社会救助暂行办法"
article = "第九条"
says = { zh = "共同生活的家庭成员人均收入低于当地最低生活保障标准，且符合当地家庭财产状况规定的，给予最低生活保障。", en = "The minimum living allowance is for households below the income line that meet the local rules on property." }
is_checked = false

[[skips]]
of = "benefits"
where = "(scheme like '%低保%' or scheme like '%最低生活保障%' or scheme like '%特困%') and not coalesce(regexp_matches(period, '^[0-9]{4}-?[0-9]{2}'), false)"
why = { zh = "低保发放月份不是年月", en = "The period of the aid is not a year and a month" }

[[skips]]
of = "payroll"
where = "identity_number is null or gross_fen is null or not coalesce(regexp_matches(pay_month, '^[0-9]{4}-?[0-9]{2}'), false)"
why = { zh = "工资没有身份证号、金额或月份", en = "A wage without a number, an amount or a month" }

[[skips]]
of = "pensions"
where = "identity_number is null or paid_fen is null or not coalesce(regexp_matches(pay_month, '^[0-9]{4}-?[0-9]{2}'), false)"
why = { zh = "养老金没有身份证号、金额或月份", en = "A pension without a number, an amount or a month" }

[columns]
identity_number = "benefits.identity_number"
person_name = "benefits.person_name"
region_name = "benefits.region_name"
first_month = { title = { zh = "最早重合月份", en = "First month of both" }, type = "text" }
last_month = { title = { zh = "最近重合月份", en = "Last month of both" }, type = "text" }
overlap_months = { title = { zh = "重合月数", en = "Months of both" }, type = "whole" }
most_income_fen = { title = { zh = "最高月收入", en = "Highest income of a month" }, type = "money" }
aid_fen = { title = { zh = "重合期间低保金额", en = "Aid in those months" }, type = "money" }

[[evidence]]
of = "benefits"
where = "identity_number = $identity_number"
marks = ["scheme", "period", "paid_fen"]

[[evidence]]
of = "payroll"
where = "identity_number = $identity_number and substr(pay_month, 1, 4) || right(substr(pay_month, 1, 7), 2) between substr($first_month, 1, 4) || right($first_month, 2) and substr($last_month, 1, 4) || right($last_month, 2)"
marks = ["pay_month", "gross_fen"]

[[evidence]]
of = "pensions"
where = "identity_number = $identity_number and substr(pay_month, 1, 4) || right(substr(pay_month, 1, 7), 2) between substr($first_month, 1, 4) || right($first_month, 2) and substr($last_month, 1, 4) || right($last_month, 2)"
marks = ["pay_month", "paid_fen"]
*/
with aided as (
    select
        identity_number,
        substr(replace(period, '-', ''), 1, 6) as paid_month,
        min(person_name) as person_name,
        min(region_name) as region_name,
        cast(sum(paid_fen) as bigint) as aid_fen
    from benefits
    where
        (scheme like '%低保%' or scheme like '%最低生活保障%' or scheme like '%特困%')
        and regexp_matches(period, '^[0-9]{4}-?[0-9]{2}')
    group by identity_number, substr(replace(period, '-', ''), 1, 6)
),

drawn as (
    select identity_number, substr(replace(pay_month, '-', ''), 1, 6) as paid_month, gross_fen as income_fen
    from payroll
    where regexp_matches(pay_month, '^[0-9]{4}-?[0-9]{2}')
    union all
    select identity_number, substr(replace(pay_month, '-', ''), 1, 6), paid_fen
    from pensions
    where regexp_matches(pay_month, '^[0-9]{4}-?[0-9]{2}')
),

incomes as (
    select identity_number, paid_month, cast(sum(income_fen) as bigint) as income_fen
    from drawn
    group by identity_number, paid_month
    having sum(income_fen) >= $least_fen
),

matched as (
    select
        aided.identity_number,
        min(aided.person_name) as person_name,
        min(aided.region_name) as region_name,
        min(aided.paid_month) as first_paid,
        max(aided.paid_month) as last_paid,
        count(*) as overlap_months,
        max(incomes.income_fen) as most_income_fen,
        cast(sum(aided.aid_fen) as bigint) as aid_fen
    from aided
    inner join incomes
        on aided.identity_number = incomes.identity_number and aided.paid_month = incomes.paid_month
    group by aided.identity_number
)
select
    identity_number,
    person_name,
    region_name,
    substr(first_paid, 1, 4) || '-' || substr(first_paid, 5, 2) as first_month,
    substr(last_paid, 1, 4) || '-' || substr(last_paid, 5, 2) as last_month,
    overlap_months,
    most_income_fen,
    aid_fen
from matched
/*
[[flagged]]
why = { zh = "领低保的两个月都领养老金，写法不同的月份是同一个月", en = "a pension in both months of the aid; a month written in two ways is one month" }
benefits = [
    { scheme = "城市低保", identity_number = "P", period = "202604", paid_fen = 60000 },
    { scheme = "城市低保", identity_number = "P", period = "2026-05", paid_fen = 60000 },
]
pensions = [
    { identity_number = "P", pay_month = "2026-04", paid_fen = 250000 },
    { identity_number = "P", pay_month = "2026-05", paid_fen = 260000 },
]
rows = [{ identity_number = "P", overlap_months = 2, most_income_fen = 260000, aid_fen = 120000, first_month = "2026-04" }]

[[flagged]]
why = { zh = "工资和养老金合计达到下限", en = "wages and pension together reach the least" }
benefits = [{ scheme = "最低生活保障", identity_number = "P", period = "2026-04", paid_fen = 60000 }]
payroll = [{ identity_number = "P", pay_month = "2026-04", gross_fen = 60000 }]
pensions = [{ identity_number = "P", pay_month = "2026-04", paid_fen = 40000 }]
rows = [{ identity_number = "P", most_income_fen = 100000 }]

[[clean]]
why = { zh = "差一分不到下限", en = "a cent below the least" }
benefits = [{ scheme = "城市低保", identity_number = "P", period = "2026-04", paid_fen = 60000 }]
pensions = [{ identity_number = "P", pay_month = "2026-04", paid_fen = 99999 }]

[[clean]]
why = { zh = "停领低保之后才有养老金", en = "the pension begins after the aid ended" }
benefits = [{ scheme = "城市低保", identity_number = "P", period = "2026-04", paid_fen = 60000 }]
pensions = [{ identity_number = "P", pay_month = "2026-05", paid_fen = 250000 }]

[[clean]]
why = { zh = "高龄津贴不看收入", en = "an allowance for old age asks for no income" }
benefits = [{ scheme = "高龄津贴", identity_number = "P", period = "2026-04", paid_fen = 60000 }]
pensions = [{ identity_number = "P", pay_month = "2026-04", paid_fen = 250000 }]

[[skipped]]
why = { zh = "不知道是哪个月的低保", en = "the month of the aid is not known" }
benefits = [{ scheme = "城市低保", identity_number = "P", period = "春节", paid_fen = 60000 }]
pensions = [{ identity_number = "P", pay_month = "2026-04", paid_fen = 250000 }]

[[skipped]]
why = { zh = "不知道是哪个月的工资", en = "the month of the wages is not known" }
benefits = [{ scheme = "城市低保", identity_number = "P", period = "2026-04", paid_fen = 60000 }]
payroll = [{ identity_number = "P", pay_month = "第一季度", gross_fen = 250000 }]

[[skipped]]
why = { zh = "不知道是哪个月的养老金", en = "the month of the pension is not known" }
benefits = [{ scheme = "城市低保", identity_number = "P", period = "2026-04", paid_fen = 60000 }]
pensions = [{ identity_number = "P", pay_month = "第一季度", paid_fen = 250000 }]
*/
