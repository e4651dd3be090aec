/*
code = "M46"
version = 1
title = { zh = "凭证断号", en = "Gap in the numbering of vouchers" }
risk = { zh = "缺失的凭证可能被抽走或删除，账套不完整。", en = "A missing voucher may have been taken out: the books are not whole." }
logic = { zh = "同一单位的凭证按字和编号排列，号码不相连的地方一处一条。编号按月或按年重排的，在参数中选择。", en = "The vouchers of a unit in the order of their word and number: one row for each place where the numbers do not follow. Whether numbering starts anew each year or month is chosen." }
exclusions = { zh = "编号中没有数字的无法判断；每个序列首号之前、末号之后的缺号看不出来。", en = "Numbers without digits cannot be judged; what is missing before the first or after the last is not seen." }
severity = "low"
sector = "public_finance"
method = "sequence"
key = ["unit_name", "voucher_code"]
summary = { zh = "{before_voucher_code}之后是{voucher_code}，中间缺{missing_count}号", en = "{before_voucher_code} is followed by {voucher_code}: {missing_count} missing" }
entity = { kind = "unit", id = "unit_name" }
parties = [{ kind = "unit", id = "unit_name" }]
group = "unit_name"
picture = { kind = "bars", label = "unit_name", value = "missing_count" }

[requires.vouchers]
columns = ["unit_name", "fiscal_year", "period", "voucher_code"]

[params.restarts]
title = { zh = "编号重排", en = "Numbering starts anew" }
type = "choice"
default = "never"
choices = { never = { zh = "连续编号", en = "Never" }, yearly = { zh = "按年重排", en = "Each year" }, monthly = { zh = "按月重排", en = "Each month" } }
basis = { zh = "按单位的编号办法选择；会计基础工作规范要求连续编号", en = "By the unit's way of numbering; the standard asks for running numbers" }

[[basis]]
law = "会计基础工作规范"
article = "第五十一条"
is_checked = false

[[skips]]
of = "vouchers"
where = "not regexp_matches(voucher_code, '[0-9]$')"
why = { zh = "凭证编号不以数字结尾", en = "The voucher number does not end in digits" }

[columns]
unit_name = "vouchers.unit_name"
before_voucher_code = { source = "vouchers.voucher_code", title = { zh = "断号前凭证", en = "Voucher before" } }
voucher_code = { source = "vouchers.voucher_code", title = { zh = "断号后凭证", en = "Voucher after" } }
voucher_date = "vouchers.voucher_date"
missing_count = { title = { zh = "缺号个数", en = "Missing" }, type = "whole" }

[[evidence]]
of = "vouchers"
where = "unit_name = $unit_name and voucher_code in ($before_voucher_code, $voucher_code)"
marks = ["voucher_code", "voucher_date"]
*/
with numbered as (
    select
        unit_name,
        voucher_code,
        regexp_replace(voucher_code, '[0-9]+$', '') as word,
        cast(regexp_extract(voucher_code, '[0-9]{1,18}$') as bigint) as number,
        case
            when $restarts = 'never' then 0
            when $restarts = 'yearly' then fiscal_year * 100
            else fiscal_year * 100 + period
        end as series,
        min(voucher_date) as voucher_date
    from vouchers
    where regexp_matches(voucher_code, '[0-9]$')
    group by 1, 2, 3, 4, 5
),

followed as (
    select
        *,
        lag(voucher_code) over (partition by unit_name, word, series order by number, voucher_code) as before_voucher_code,
        lag(number) over (partition by unit_name, word, series order by number, voucher_code) as before_number
    from numbered
)
select
    unit_name,
    before_voucher_code,
    voucher_code,
    voucher_date,
    number - before_number - 1 as missing_count
from followed
where number - before_number > 1
/*
[[flagged]]
why = { zh = "12之后是15", en = "after 12 comes 15" }
vouchers = [
    { unit_name = "U", fiscal_year = 2026, period = 3, voucher_code = "记-0012" },
    { unit_name = "U", fiscal_year = 2026, period = 3, voucher_code = "记-0015" },
    { unit_name = "U", fiscal_year = 2026, period = 3, voucher_code = "记-0016" },
]
rows = [{ voucher_code = "记-0015", before_voucher_code = "记-0012", missing_count = 2 }]

[[clean]]
why = { zh = "两个凭证字各有各的顺序，两个单位也是", en = "two words have two orders, and so have two units" }
vouchers = [
    { unit_name = "U", fiscal_year = 2026, period = 3, voucher_code = "收-1" },
    { unit_name = "U", fiscal_year = 2026, period = 3, voucher_code = "付-9" },
    { unit_name = "V", fiscal_year = 2026, period = 3, voucher_code = "收-7" },
]

[[clean]]
why = { zh = "新的月份从一开始", en = "a new month begins with one" }
params = { restarts = "monthly" }
vouchers = [
    { unit_name = "U", fiscal_year = 2026, period = 3, voucher_code = "1" },
    { unit_name = "U", fiscal_year = 2026, period = 3, voucher_code = "2" },
    { unit_name = "U", fiscal_year = 2026, period = 4, voucher_code = "1" },
]

[[skipped]]
why = { zh = "凭证号用文字", en = "a voucher named by words" }
vouchers = [{ unit_name = "U", fiscal_year = 2026, period = 3, voucher_code = "期初" }]
*/
