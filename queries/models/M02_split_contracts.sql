/*
code = "M02"
version = 1
title = { zh = "拆分合同规避招标", en = "Contracts split to avoid a tender" }
risk = { zh = "把一项工程拆成几份刚好低于限额的合同，化整为零规避招标。", en = "One undertaking is cut into contracts just below the limit, so that none needs a tender." }
logic = { zh = "同一甲方与同一供应商，或者同一项目下不同供应商，在规定天数内先后签订的同类未招标合同，每份都在限额的 80%—100% 之间，不少于两份，合计达到限额。", en = "One buyer with one supplier, or several suppliers of one project: contracts of one kind without tender, each 80–100 % of the limit, at least two, each within so many days of the one before, that together reach the limit." }
exclusions = { zh = "补充合同不计。定期重复的采购（如按季度的物业）须人工排除。", en = "Supplementary contracts do not count. Regular purchases have to be told apart by hand." }
severity = "high"
sector = "procurement"
method = "sequence"
key = ["buyer_name", "grouped_by", "group_id", "kind", "first_date"]
summary = { zh = "{first_date}至{last_date}签订 {contract_count} 份，每份都略低于{limit_fen}，合计{total_fen}", en = "{contract_count} contracts from {first_date} to {last_date}, each just below {limit_fen}, {total_fen} in all" }
entity = { kind = "unit", id = "buyer_name" }
parties = [{ kind = "unit", id = "buyer_name" }, { kind = "company", id = "supplier_id", name = "supplier_name" }]
amount = "total_fen"
group = "buyer_name"
picture = { kind = "timeline", start = "first_date", end = "last_date", label = "supplier_name" }

[requires.contracts]
columns = ["contract_code", "buyer_name", "contract_kind", "procurement_method", "contract_fen", "signed_date"]

[params.works_limit]
title = { zh = "工程限额", en = "Limit of works" }
type = "money"
default = 4000000
least = 1
basis = { zh = "必须招标的工程项目规定（国家发展改革委令第 16 号）第五条第一项", en = "Order 16 of the NDRC, article 5 (1)" }

[params.goods_limit]
title = { zh = "货物限额", en = "Limit of goods" }
type = "money"
default = 2000000
least = 1
basis = { zh = "必须招标的工程项目规定（国家发展改革委令第 16 号）第五条第二项", en = "Order 16 of the NDRC, article 5 (2)" }

[params.services_limit]
title = { zh = "服务限额", en = "Limit of services" }
type = "money"
default = 1000000
least = 1
basis = { zh = "必须招标的工程项目规定（国家发展改革委令第 16 号）第五条第三项", en = "Order 16 of the NDRC, article 5 (3)" }

[params.near_rate]
title = { zh = "接近限额的比例", en = "Near the limit from" }
type = "rate"
default = 0.8
least = 0
most = 1
basis = { zh = "审计经验值：每份在限额的 80%—100%", en = "A value of practice: each 80–100 % of the limit" }

[params.most_days]
title = { zh = "相邻两份的最多天数", en = "Most days between two" }
type = "whole"
default = 90
least = 0
most = 3660
unit = { zh = "天", en = "days" }
basis = { zh = "审计经验值", en = "A value of practice" }

[params.tender_methods]
title = { zh = "算作招标的方式", en = "Methods that are tenders" }
type = "text"
default = "公开招标|邀请招标"
basis = { zh = "招标投标法第十条；以竖线分开", en = "Bidding Law, article 10; divided by bars" }

[[basis]]
law = "中华人民共和国招标投标法"
article = "第四条"
is_checked = false

[[basis]]
law = "必须招标的工程项目规定（国家发展改革委令第 16 号）"
article = "第五条"
is_checked = true

[[skips]]
of = "contracts"
where = "procurement_method is null or contract_kind is null or contract_fen is null or signed_date is null"
why = { zh = "没有采购方式、合同类别、金额或签订日期", en = "No method, kind, amount or date" }

[columns]
buyer_name = "contracts.buyer_name"
grouped_by = { title = { zh = "归集依据", en = "Put together by" }, type = "text" }
group_id = { title = { zh = "供应商或项目", en = "Supplier or project" }, type = "text" }
supplier_name = "contracts.supplier_name"
supplier_id = { title = { zh = "乙方识别号", en = "Supplier's number" }, type = "text" }
kind = { title = { zh = "类别", en = "Kind" }, type = "text" }
first_date = { title = { zh = "第一份签订日期", en = "First signed on" }, type = "date" }
last_date = { title = { zh = "最后一份签订日期", en = "Last signed on" }, type = "date" }
contract_count = { title = { zh = "合同份数", en = "Contracts" }, type = "whole" }
contract_codes = { title = { zh = "合同编号", en = "Contract numbers" }, type = "text" }
total_fen = { title = { zh = "金额合计", en = "Total" }, type = "money" }
limit_fen = { title = { zh = "限额", en = "Limit" }, type = "money" }

[[evidence]]
of = "contracts"
where = "buyer_name = $buyer_name and (coalesce(supplier_code, supplier_name) = $group_id or project_code = $group_id) and signed_date between $first_date and $last_date and main_contract_code is null"
marks = ["contract_fen", "signed_date", "procurement_method"]
*/
with classed as (
    select
        contract_code,
        buyer_name,
        supplier_name,
        coalesce(supplier_code, supplier_name) as supplier_id,
        project_code,
        contract_fen,
        signed_date,
        case
            when regexp_matches(contract_kind, '勘察|设计|监理|服务|咨询') then '服务'
            when regexp_matches(contract_kind, '工程|施工|修缮|建设|安装') then '工程'
            when regexp_matches(contract_kind, '货物|设备|材料|物资') then '货物'
        end as kind
    from contracts
    where
        main_contract_code is null
        and procurement_method <> '补充合同'
        and signed_date is not null
        and '|' || $tender_methods || '|' not like '%|' || procurement_method || '|%'
),

limited as (
    select
        *,
        case kind when '工程' then $works_limit when '货物' then $goods_limit else $services_limit end as limit_fen
    from classed
    where kind is not null
),

near as (
    select * from limited where contract_fen < limit_fen and contract_fen >= limit_fen * $near_rate
),

grouped as (
    select '供应商' as grouped_by, supplier_id as group_id, near.* from near
    union all
    select '项目' as grouped_by, project_code as group_id, near.* from near where project_code is not null
),

spaced as (
    select
        *,
        case
            when date_diff(
                'day',
                lag(signed_date) over (
                    partition by buyer_name, grouped_by, group_id, kind order by signed_date, contract_code
                ),
                signed_date
            ) <= $most_days
                then 0
            else 1
        end as is_start
    from grouped
),

runs as (
    select
        *,
        sum(is_start) over (
            partition by buyer_name, grouped_by, group_id, kind
            order by signed_date, contract_code
            rows between unbounded preceding and current row
        ) as run
    from spaced
)

select
    buyer_name,
    grouped_by,
    group_id,
    min(supplier_name) as supplier_name,
    min(supplier_id) as supplier_id,
    kind,
    min(signed_date) as first_date,
    max(signed_date) as last_date,
    count(*) as contract_count,
    string_agg(contract_code, '、' order by signed_date, contract_code) as contract_codes,
    cast(sum(contract_fen) as bigint) as total_fen,
    min(limit_fen) as limit_fen
from runs
group by buyer_name, grouped_by, group_id, kind, run
having
    count(*) >= 2
    and sum(contract_fen) >= min(limit_fen)
    -- Those of one supplier are found by their supplier.
    and (grouped_by = '供应商' or count(distinct supplier_id) > 1)
/*
[[flagged]]
why = "two of 3.9 million within three days"
contracts = [
    { contract_code = "A", buyer_name = "一局", supplier_name = "甲公司", contract_kind = "施工", procurement_method = "直接委托", contract_fen = 390000000, signed_date = 2026-03-01 },
    { contract_code = "B", buyer_name = "一局", supplier_name = "甲公司", contract_kind = "施工", procurement_method = "直接委托", contract_fen = 390000000, signed_date = 2026-03-04 },
]
rows = [{ grouped_by = "供应商", contract_count = 2, contract_codes = "A、B", total_fen = 780000000 }]

[[flagged]]
why = "two suppliers of one project"
contracts = [
    { contract_code = "A", project_code = "X", buyer_name = "一局", supplier_name = "甲公司", contract_kind = "施工", procurement_method = "直接委托", contract_fen = 390000000, signed_date = 2026-03-01 },
    { contract_code = "B", project_code = "X", buyer_name = "一局", supplier_name = "乙公司", contract_kind = "施工", procurement_method = "直接委托", contract_fen = 390000000, signed_date = 2026-03-04 },
]
rows = [{ grouped_by = "项目", group_id = "X" }]

[[clean]]
why = "a hundred days apart"
contracts = [
    { contract_code = "A", buyer_name = "一局", supplier_name = "甲公司", contract_kind = "施工", procurement_method = "直接委托", contract_fen = 390000000, signed_date = 2026-01-01 },
    { contract_code = "B", buyer_name = "一局", supplier_name = "甲公司", contract_kind = "施工", procurement_method = "直接委托", contract_fen = 390000000, signed_date = 2026-04-11 },
]

[[clean]]
why = "far below the limit"
contracts = [
    { contract_code = "A", buyer_name = "一局", supplier_name = "甲公司", contract_kind = "施工", procurement_method = "直接委托", contract_fen = 250000000, signed_date = 2026-03-01 },
    { contract_code = "B", buyer_name = "一局", supplier_name = "甲公司", contract_kind = "施工", procurement_method = "直接委托", contract_fen = 250000000, signed_date = 2026-03-04 },
]

[[clean]]
why = "both were tendered"
contracts = [
    { contract_code = "A", buyer_name = "一局", supplier_name = "甲公司", contract_kind = "施工", procurement_method = "公开招标", contract_fen = 390000000, signed_date = 2026-03-01 },
    { contract_code = "B", buyer_name = "一局", supplier_name = "甲公司", contract_kind = "施工", procurement_method = "公开招标", contract_fen = 390000000, signed_date = 2026-03-04 },
]

[[skipped]]
why = "without a date nobody knows how close they are"
contracts = [{ contract_code = "A", buyer_name = "一局", supplier_name = "甲公司", contract_kind = "施工", procurement_method = "直接委托", contract_fen = 390000000 }]
*/
