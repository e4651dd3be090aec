/*
code = "M52"
version = 1
title = { zh = "付款首位数字异常", en = "First digits of payments unlike Benford's law" }
risk = { zh = "编造的金额、反复使用的整额和紧贴限额的拆分，会使首位数字偏离自然形成的分布。", en = "Invented amounts, one amount used again and again, or splits just below a limit make first digits unlike those that arise by themselves." }
logic = { zh = "每个单位全部付款金额的首位数字，与本福特定律的比例（首位为1的约30.1%，为9的约4.6%）比较；九个比例之差的平均值大于阈值的列出。", en = "The first digits of all payments of a unit against the shares of Benford's law (30.1 % begin with 1, 4.6 % with 9): flagged where the mean of the nine differences is above the threshold." }
exclusions = { zh = "笔数少于下限的单位不判断；金额为零、负数的不计。金额有规定标准的付款（工资、补贴）本来就不合此律，应先剔除。只提示往哪里看，不能单独作为结论。", en = "Units with fewer payments are not judged; nothing and negative amounts do not count. Payments at fixed rates (wages, benefits) never follow the law and should be left out first. It says where to look and proves nothing alone." }
severity = "low"
sector = "public_finance"
method = "distribution"
key = ["payer_name"]
summary = { zh = "{payments}笔付款的首位数字平均偏离{deviation}，首位为{odd_digit}的明显偏多，应约{expected}笔，实有{found}笔", en = "First digits of {payments} payments are off by {deviation} on average; {found} begin with {odd_digit}, where {expected} were to be expected" }
entity = { kind = "unit", id = "payer_name" }
parties = [{ kind = "unit", id = "payer_name" }]
picture = { kind = "benford", digit_1 = "first_1", digit_2 = "first_2", digit_3 = "first_3", digit_4 = "first_4", digit_5 = "first_5", digit_6 = "first_6", digit_7 = "first_7", digit_8 = "first_8", digit_9 = "first_9" }

[requires.payments]
columns = ["payer_name", "paid_fen"]

[params.most_deviation]
title = { zh = "平均偏离上限", en = "Highest mean deviation" }
type = "rate"
default = 0.015
min = 0.001
max = 0.1
basis = { zh = "审计分析文献中首位数字“不符合”的通行界限（平均绝对偏差0.015），按本局经验调整", en = "The limit of nonconformity that analyses of first digits usually take (mean absolute deviation 0.015)" }

[params.least_payments]
title = { zh = "最少笔数", en = "Fewest payments" }
type = "whole"
default = 300
min = 30
max = 100000
basis = { zh = "笔数少时偏离多由偶然造成；文献一般要求三百笔以上", en = "Few payments differ by chance; three hundred are usually asked for" }

[[basis]]
law = "中华人民共和国国家审计准则"
article = "第六十一条"
says = { zh = "审计人员可以用分析方法研究数据之间的关系，查找异常变动", en = "Auditors may analyse relations within data to find what is unusual" }
is_checked = false

[[skips]]
of = "payments"
where = "paid_fen is null or payer_name is null"
why = { zh = "没有付款金额或付款单位", en = "Without an amount or a payer" }

[columns]
payer_name = "payments.payer_name"
payments = { title = { zh = "付款笔数", en = "Payments" }, type = "whole" }
deviation = { title = { zh = "平均偏离", en = "Mean deviation" }, type = "rate" }
odd_digit = { title = { zh = "偏多的首位数字", en = "Digit that is too frequent" }, type = "whole" }
found = { title = { zh = "实有笔数", en = "Found" }, type = "whole" }
expected = { title = { zh = "应有笔数", en = "Expected" }, type = "whole" }
first_1 = { title = { zh = "首位1", en = "First digit 1" }, type = "whole" }
first_2 = { title = { zh = "首位2", en = "First digit 2" }, type = "whole" }
first_3 = { title = { zh = "首位3", en = "First digit 3" }, type = "whole" }
first_4 = { title = { zh = "首位4", en = "First digit 4" }, type = "whole" }
first_5 = { title = { zh = "首位5", en = "First digit 5" }, type = "whole" }
first_6 = { title = { zh = "首位6", en = "First digit 6" }, type = "whole" }
first_7 = { title = { zh = "首位7", en = "First digit 7" }, type = "whole" }
first_8 = { title = { zh = "首位8", en = "First digit 8" }, type = "whole" }
first_9 = { title = { zh = "首位9", en = "First digit 9" }, type = "whole" }

[[evidence]]
of = "payments"
where = "payer_name = $payer_name and paid_fen > 0 and substr(cast(paid_fen as varchar), 1, 1) = cast($odd_digit as varchar)"
marks = ["paid_fen"]
*/
with first_digits as (
    select payer_name, cast(substr(cast(paid_fen as varchar), 1, 1) as bigint) as digit
    from payments
    where paid_fen > 0 and payer_name is not null
),

counted as (
    select
        payer_name,
        count(*) as payments,
        count(*) filter (where digit = 1) as first_1,
        count(*) filter (where digit = 2) as first_2,
        count(*) filter (where digit = 3) as first_3,
        count(*) filter (where digit = 4) as first_4,
        count(*) filter (where digit = 5) as first_5,
        count(*) filter (where digit = 6) as first_6,
        count(*) filter (where digit = 7) as first_7,
        count(*) filter (where digit = 8) as first_8,
        count(*) filter (where digit = 9) as first_9
    from first_digits
    group by payer_name
    having count(*) >= $least_payments
),

-- The shares are log10(1 + 1 / digit).
compared as (
    select
        *,
        cast(first_1 as double) / payments - 0.30103 as over_1,
        cast(first_2 as double) / payments - 0.176091 as over_2,
        cast(first_3 as double) / payments - 0.124939 as over_3,
        cast(first_4 as double) / payments - 0.09691 as over_4,
        cast(first_5 as double) / payments - 0.079181 as over_5,
        cast(first_6 as double) / payments - 0.066947 as over_6,
        cast(first_7 as double) / payments - 0.057992 as over_7,
        cast(first_8 as double) / payments - 0.051153 as over_8,
        cast(first_9 as double) / payments - 0.045757 as over_9
    from counted
),

measured as (
    select
        *,
        (
            abs(over_1)
            + abs(over_2)
            + abs(over_3)
            + abs(over_4)
            + abs(over_5)
            + abs(over_6)
            + abs(over_7)
            + abs(over_8)
            + abs(over_9)
        ) / 9 as deviation,
        greatest(over_1, over_2, over_3, over_4, over_5, over_6, over_7, over_8, over_9) as most_over
    from compared
),

named as (
    select
        *,
        case
            when most_over = over_1 then 1
            when most_over = over_2 then 2
            when most_over = over_3 then 3
            when most_over = over_4 then 4
            when most_over = over_5 then 5
            when most_over = over_6 then 6
            when most_over = over_7 then 7
            when most_over = over_8 then 8
            when most_over = over_9 then 9
        end as odd_digit
    from measured
    where deviation > cast($most_deviation as double)
)

select
    payer_name,
    payments,
    round(deviation, 6) as deviation,
    cast(odd_digit as bigint) as odd_digit,
    cast(round((most_over + log10(1 + 1.0 / odd_digit)) * payments, 0) as bigint) as found,
    cast(round(log10(1 + 1.0 / odd_digit) * payments, 0) as bigint) as expected,
    first_1, first_2, first_3, first_4, first_5, first_6, first_7, first_8, first_9
from named
/*
[[flagged]]
why = { zh = "三十笔都以5开头：偏离为2×0.920819÷9", en = "all thirty amounts begin with 5: the deviation is 2 × 0.920819 ÷ 9" }
params = { least_payments = 30 }
payments = [{ payment_code = "0", payer_name = "甲局", paid_fen = 500000, paid_date = 2026-03-01 }, { payment_code = "1", payer_name = "甲局", paid_fen = 500001, paid_date = 2026-03-01 }, { payment_code = "2", payer_name = "甲局", paid_fen = 500002, paid_date = 2026-03-01 }, { payment_code = "3", payer_name = "甲局", paid_fen = 500003, paid_date = 2026-03-01 }, { payment_code = "4", payer_name = "甲局", paid_fen = 500004, paid_date = 2026-03-01 }, { payment_code = "5", payer_name = "甲局", paid_fen = 500005, paid_date = 2026-03-01 }, { payment_code = "6", payer_name = "甲局", paid_fen = 500006, paid_date = 2026-03-01 }, { payment_code = "7", payer_name = "甲局", paid_fen = 500007, paid_date = 2026-03-01 }, { payment_code = "8", payer_name = "甲局", paid_fen = 500008, paid_date = 2026-03-01 }, { payment_code = "9", payer_name = "甲局", paid_fen = 500009, paid_date = 2026-03-01 }, { payment_code = "10", payer_name = "甲局", paid_fen = 500010, paid_date = 2026-03-01 }, { payment_code = "11", payer_name = "甲局", paid_fen = 500011, paid_date = 2026-03-01 }, { payment_code = "12", payer_name = "甲局", paid_fen = 500012, paid_date = 2026-03-01 }, { payment_code = "13", payer_name = "甲局", paid_fen = 500013, paid_date = 2026-03-01 }, { payment_code = "14", payer_name = "甲局", paid_fen = 500014, paid_date = 2026-03-01 }, { payment_code = "15", payer_name = "甲局", paid_fen = 500015, paid_date = 2026-03-01 }, { payment_code = "16", payer_name = "甲局", paid_fen = 500016, paid_date = 2026-03-01 }, { payment_code = "17", payer_name = "甲局", paid_fen = 500017, paid_date = 2026-03-01 }, { payment_code = "18", payer_name = "甲局", paid_fen = 500018, paid_date = 2026-03-01 }, { payment_code = "19", payer_name = "甲局", paid_fen = 500019, paid_date = 2026-03-01 }, { payment_code = "20", payer_name = "甲局", paid_fen = 500020, paid_date = 2026-03-01 }, { payment_code = "21", payer_name = "甲局", paid_fen = 500021, paid_date = 2026-03-01 }, { payment_code = "22", payer_name = "甲局", paid_fen = 500022, paid_date = 2026-03-01 }, { payment_code = "23", payer_name = "甲局", paid_fen = 500023, paid_date = 2026-03-01 }, { payment_code = "24", payer_name = "甲局", paid_fen = 500024, paid_date = 2026-03-01 }, { payment_code = "25", payer_name = "甲局", paid_fen = 500025, paid_date = 2026-03-01 }, { payment_code = "26", payer_name = "甲局", paid_fen = 500026, paid_date = 2026-03-01 }, { payment_code = "27", payer_name = "甲局", paid_fen = 500027, paid_date = 2026-03-01 }, { payment_code = "28", payer_name = "甲局", paid_fen = 500028, paid_date = 2026-03-01 }, { payment_code = "29", payer_name = "甲局", paid_fen = 500029, paid_date = 2026-03-01 }]
rows = [{ payer_name = "甲局", payments = 30, odd_digit = 5, found = 30, expected = 2, first_5 = 30, first_1 = 0, deviation = 0.204626 }]

[[clean]]
why = { zh = "三十笔的首位数字与定律相近", en = "the first digits of thirty amounts are near the law" }
params = { least_payments = 30 }
payments = [{ payment_code = "0", payer_name = "甲局", paid_fen = 100000, paid_date = 2026-03-01 }, { payment_code = "1", payer_name = "甲局", paid_fen = 100000, paid_date = 2026-03-01 }, { payment_code = "2", payer_name = "甲局", paid_fen = 100000, paid_date = 2026-03-01 }, { payment_code = "3", payer_name = "甲局", paid_fen = 100000, paid_date = 2026-03-01 }, { payment_code = "4", payer_name = "甲局", paid_fen = 100000, paid_date = 2026-03-01 }, { payment_code = "5", payer_name = "甲局", paid_fen = 100000, paid_date = 2026-03-01 }, { payment_code = "6", payer_name = "甲局", paid_fen = 100000, paid_date = 2026-03-01 }, { payment_code = "7", payer_name = "甲局", paid_fen = 100000, paid_date = 2026-03-01 }, { payment_code = "8", payer_name = "甲局", paid_fen = 100000, paid_date = 2026-03-01 }, { payment_code = "9", payer_name = "甲局", paid_fen = 200000, paid_date = 2026-03-01 }, { payment_code = "10", payer_name = "甲局", paid_fen = 200000, paid_date = 2026-03-01 }, { payment_code = "11", payer_name = "甲局", paid_fen = 200000, paid_date = 2026-03-01 }, { payment_code = "12", payer_name = "甲局", paid_fen = 200000, paid_date = 2026-03-01 }, { payment_code = "13", payer_name = "甲局", paid_fen = 200000, paid_date = 2026-03-01 }, { payment_code = "14", payer_name = "甲局", paid_fen = 300000, paid_date = 2026-03-01 }, { payment_code = "15", payer_name = "甲局", paid_fen = 300000, paid_date = 2026-03-01 }, { payment_code = "16", payer_name = "甲局", paid_fen = 300000, paid_date = 2026-03-01 }, { payment_code = "17", payer_name = "甲局", paid_fen = 300000, paid_date = 2026-03-01 }, { payment_code = "18", payer_name = "甲局", paid_fen = 400000, paid_date = 2026-03-01 }, { payment_code = "19", payer_name = "甲局", paid_fen = 400000, paid_date = 2026-03-01 }, { payment_code = "20", payer_name = "甲局", paid_fen = 400000, paid_date = 2026-03-01 }, { payment_code = "21", payer_name = "甲局", paid_fen = 500000, paid_date = 2026-03-01 }, { payment_code = "22", payer_name = "甲局", paid_fen = 500000, paid_date = 2026-03-01 }, { payment_code = "23", payer_name = "甲局", paid_fen = 600000, paid_date = 2026-03-01 }, { payment_code = "24", payer_name = "甲局", paid_fen = 600000, paid_date = 2026-03-01 }, { payment_code = "25", payer_name = "甲局", paid_fen = 700000, paid_date = 2026-03-01 }, { payment_code = "26", payer_name = "甲局", paid_fen = 700000, paid_date = 2026-03-01 }, { payment_code = "27", payer_name = "甲局", paid_fen = 800000, paid_date = 2026-03-01 }, { payment_code = "28", payer_name = "甲局", paid_fen = 800000, paid_date = 2026-03-01 }, { payment_code = "29", payer_name = "甲局", paid_fen = 900000, paid_date = 2026-03-01 }]

[[clean]]
why = { zh = "只有二十九笔，少于下限", en = "only twenty-nine amounts, fewer than the least" }
params = { least_payments = 30 }
payments = [{ payment_code = "0", payer_name = "甲局", paid_fen = 500000, paid_date = 2026-03-01 }, { payment_code = "1", payer_name = "甲局", paid_fen = 500001, paid_date = 2026-03-01 }, { payment_code = "2", payer_name = "甲局", paid_fen = 500002, paid_date = 2026-03-01 }, { payment_code = "3", payer_name = "甲局", paid_fen = 500003, paid_date = 2026-03-01 }, { payment_code = "4", payer_name = "甲局", paid_fen = 500004, paid_date = 2026-03-01 }, { payment_code = "5", payer_name = "甲局", paid_fen = 500005, paid_date = 2026-03-01 }, { payment_code = "6", payer_name = "甲局", paid_fen = 500006, paid_date = 2026-03-01 }, { payment_code = "7", payer_name = "甲局", paid_fen = 500007, paid_date = 2026-03-01 }, { payment_code = "8", payer_name = "甲局", paid_fen = 500008, paid_date = 2026-03-01 }, { payment_code = "9", payer_name = "甲局", paid_fen = 500009, paid_date = 2026-03-01 }, { payment_code = "10", payer_name = "甲局", paid_fen = 500010, paid_date = 2026-03-01 }, { payment_code = "11", payer_name = "甲局", paid_fen = 500011, paid_date = 2026-03-01 }, { payment_code = "12", payer_name = "甲局", paid_fen = 500012, paid_date = 2026-03-01 }, { payment_code = "13", payer_name = "甲局", paid_fen = 500013, paid_date = 2026-03-01 }, { payment_code = "14", payer_name = "甲局", paid_fen = 500014, paid_date = 2026-03-01 }, { payment_code = "15", payer_name = "甲局", paid_fen = 500015, paid_date = 2026-03-01 }, { payment_code = "16", payer_name = "甲局", paid_fen = 500016, paid_date = 2026-03-01 }, { payment_code = "17", payer_name = "甲局", paid_fen = 500017, paid_date = 2026-03-01 }, { payment_code = "18", payer_name = "甲局", paid_fen = 500018, paid_date = 2026-03-01 }, { payment_code = "19", payer_name = "甲局", paid_fen = 500019, paid_date = 2026-03-01 }, { payment_code = "20", payer_name = "甲局", paid_fen = 500020, paid_date = 2026-03-01 }, { payment_code = "21", payer_name = "甲局", paid_fen = 500021, paid_date = 2026-03-01 }, { payment_code = "22", payer_name = "甲局", paid_fen = 500022, paid_date = 2026-03-01 }, { payment_code = "23", payer_name = "甲局", paid_fen = 500023, paid_date = 2026-03-01 }, { payment_code = "24", payer_name = "甲局", paid_fen = 500024, paid_date = 2026-03-01 }, { payment_code = "25", payer_name = "甲局", paid_fen = 500025, paid_date = 2026-03-01 }, { payment_code = "26", payer_name = "甲局", paid_fen = 500026, paid_date = 2026-03-01 }, { payment_code = "27", payer_name = "甲局", paid_fen = 500027, paid_date = 2026-03-01 }, { payment_code = "28", payer_name = "甲局", paid_fen = 500028, paid_date = 2026-03-01 }]

[[clean]]
why = { zh = "退款和零不计", en = "refunds and zeros do not count" }
params = { least_payments = 30 }
payments = [{ payment_code = "0", payer_name = "甲局", paid_fen = 0, paid_date = 2026-03-01 }, { payment_code = "1", payer_name = "甲局", paid_fen = -500000, paid_date = 2026-03-01 }, { payment_code = "2", payer_name = "甲局", paid_fen = 0, paid_date = 2026-03-01 }, { payment_code = "3", payer_name = "甲局", paid_fen = -500000, paid_date = 2026-03-01 }, { payment_code = "4", payer_name = "甲局", paid_fen = 0, paid_date = 2026-03-01 }, { payment_code = "5", payer_name = "甲局", paid_fen = -500000, paid_date = 2026-03-01 }, { payment_code = "6", payer_name = "甲局", paid_fen = 0, paid_date = 2026-03-01 }, { payment_code = "7", payer_name = "甲局", paid_fen = -500000, paid_date = 2026-03-01 }, { payment_code = "8", payer_name = "甲局", paid_fen = 0, paid_date = 2026-03-01 }, { payment_code = "9", payer_name = "甲局", paid_fen = -500000, paid_date = 2026-03-01 }, { payment_code = "10", payer_name = "甲局", paid_fen = 0, paid_date = 2026-03-01 }, { payment_code = "11", payer_name = "甲局", paid_fen = -500000, paid_date = 2026-03-01 }, { payment_code = "12", payer_name = "甲局", paid_fen = 0, paid_date = 2026-03-01 }, { payment_code = "13", payer_name = "甲局", paid_fen = -500000, paid_date = 2026-03-01 }, { payment_code = "14", payer_name = "甲局", paid_fen = 0, paid_date = 2026-03-01 }, { payment_code = "15", payer_name = "甲局", paid_fen = -500000, paid_date = 2026-03-01 }, { payment_code = "16", payer_name = "甲局", paid_fen = 0, paid_date = 2026-03-01 }, { payment_code = "17", payer_name = "甲局", paid_fen = -500000, paid_date = 2026-03-01 }, { payment_code = "18", payer_name = "甲局", paid_fen = 0, paid_date = 2026-03-01 }, { payment_code = "19", payer_name = "甲局", paid_fen = -500000, paid_date = 2026-03-01 }, { payment_code = "20", payer_name = "甲局", paid_fen = 0, paid_date = 2026-03-01 }, { payment_code = "21", payer_name = "甲局", paid_fen = -500000, paid_date = 2026-03-01 }, { payment_code = "22", payer_name = "甲局", paid_fen = 0, paid_date = 2026-03-01 }, { payment_code = "23", payer_name = "甲局", paid_fen = -500000, paid_date = 2026-03-01 }, { payment_code = "24", payer_name = "甲局", paid_fen = 0, paid_date = 2026-03-01 }, { payment_code = "25", payer_name = "甲局", paid_fen = -500000, paid_date = 2026-03-01 }, { payment_code = "26", payer_name = "甲局", paid_fen = 0, paid_date = 2026-03-01 }, { payment_code = "27", payer_name = "甲局", paid_fen = -500000, paid_date = 2026-03-01 }, { payment_code = "28", payer_name = "甲局", paid_fen = 0, paid_date = 2026-03-01 }, { payment_code = "29", payer_name = "甲局", paid_fen = -500000, paid_date = 2026-03-01 }]

[[skipped]]
why = { zh = "没有付款单位", en = "no paying unit" }
payments = [{ payment_code = "A", paid_fen = 100, paid_date = 2026-03-01 }]
*/
