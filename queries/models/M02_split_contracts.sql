/*
code = "M02"
version = 1
title = { zh = "拆分合同规避招标", en = "Contracts split to avoid a tender" }
risk = { zh = "把一项工程拆成几份刚好低于限额的合同，化整为零规避招标。", en = "One undertaking is cut into contracts just below the limit, so that none needs a tender." }
logic = { zh = "同一甲方与同一供应商，或者同一项目下不同供应商，先后签订的同类未招标合同，相邻两份签订日期相隔不超过规定天数（首尾两份可以相隔更久），每份都在限额的 80%—100% 之间，不少于两份，合计达到限额。", en = "One buyer with one supplier, or several suppliers of one project: contracts of one kind without tender, each 80–100 % of the limit, at least two, each within so many days of the one before (so that the first and the last may lie further apart), that together reach the limit." }
exclusions = { zh = "补充合同不计。服务只计勘察、设计、监理，其他服务不在第 16 号令第五条第三项之内，不判断。间隔不超过规定天数的定期采购会连成一条，须人工排除。", en = "Supplementary contracts do not count. Of services only survey, design and supervision are meant by article 5 (3) of Order 16; others are not judged. Regular purchases within the given days of each other make one suspect and have to be told apart by hand." }
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

[[skips]]
of = "contracts"
where = "main_contract_code is null and procurement_method <> '补充合同' and '|' || $tender_methods || '|' not like '%|' || procurement_method || '|%' and not regexp_matches(lower(contract_kind), '总承包|epc|勘察|设计|监理|施工|修缮|建设|安装|货物|设备|材料|物资|服务|咨询|物业|造价|检测|代理|工程')"
why = { zh = "合同类别看不出是工程、货物还是服务", en = "The kind says neither works, goods nor services" }

[columns]
buyer_name = "contracts.buyer_name"
grouped_by = { title = { zh = "归集依据", en = "Put together by" }, type = "text", words = { "供应商" = "Supplier", "项目" = "Project" } }
group_id = { title = { zh = "供应商或项目", en = "Supplier or project" }, type = "text" }
supplier_name = "contracts.supplier_name"
supplier_id = { title = { zh = "乙方识别号", en = "Supplier's number" }, type = "text" }
kind = { title = { zh = "类别", en = "Kind" }, type = "text", words = { "工程" = "Works", "货物" = "Goods", "服务" = "Services" } }
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
            -- Works with their design are works, their supervision is a service.
            when
                regexp_matches(lower(contract_kind), '总承包|epc|设计.{0,4}施工')
                and not regexp_matches(contract_kind, '监理')
                then '工程'
            when regexp_matches(contract_kind, '勘察|设计|监理') then '服务'
            when regexp_matches(contract_kind, '施工|修缮|建设|安装') then '工程'
            when regexp_matches(contract_kind, '货物|设备|材料|物资') then '货物'
            -- Other services are no part of the rule.
            when regexp_matches(contract_kind, '服务|咨询|物业|造价|检测|代理') then cast(null as varchar)
            when regexp_matches(contract_kind, '工程') then '工程'
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
why = { zh = "三天内两份390万元的合同", en = "two of 3.9 million within three days" }
contracts = [
    { contract_code = "A", buyer_name = "一局", supplier_name = "甲公司", contract_kind = "施工", procurement_method = "直接委托", contract_fen = 390000000, signed_date = 2026-03-01 },
    { contract_code = "B", buyer_name = "一局", supplier_name = "甲公司", contract_kind = "施工", procurement_method = "直接委托", contract_fen = 390000000, signed_date = 2026-03-04 },
]
rows = [{ grouped_by = "供应商", contract_count = 2, contract_codes = "A、B", total_fen = 780000000 }]

[[flagged]]
why = { zh = "同一项目的两个供应商", en = "two suppliers of one project" }
contracts = [
    { contract_code = "A", project_code = "X", buyer_name = "一局", supplier_name = "甲公司", contract_kind = "施工", procurement_method = "直接委托", contract_fen = 390000000, signed_date = 2026-03-01 },
    { contract_code = "B", project_code = "X", buyer_name = "一局", supplier_name = "乙公司", contract_kind = "施工", procurement_method = "直接委托", contract_fen = 390000000, signed_date = 2026-03-04 },
]
rows = [{ grouped_by = "项目", group_id = "X" }]

[[flagged]]
why = { zh = "每份与前一份相隔不超过九十天，首尾相隔一百六十天", en = "each within ninety days of the one before, a hundred and sixty from first to last" }
contracts = [
    { contract_code = "A", buyer_name = "一局", supplier_name = "甲公司", contract_kind = "EPC", procurement_method = "直接委托", contract_fen = 390000000, signed_date = 2026-01-01 },
    { contract_code = "B", buyer_name = "一局", supplier_name = "甲公司", contract_kind = "工程", procurement_method = "直接委托", contract_fen = 390000000, signed_date = 2026-03-22 },
    { contract_code = "C", buyer_name = "一局", supplier_name = "甲公司", contract_kind = "设计施工总承包", procurement_method = "直接委托", contract_fen = 390000000, signed_date = 2026-06-10 },
]
rows = [{ kind = "工程", contract_count = 3, first_date = 2026-01-01, last_date = 2026-06-10 }]

[[clean]]
why = { zh = "设计施工一体的适用工程限额，物业管理没有限额", en = "design and works in one hand have the limit of works, property management has none" }
contracts = [
    { contract_code = "A", buyer_name = "一局", supplier_name = "甲公司", contract_kind = "设计施工总承包", procurement_method = "直接委托", contract_fen = 90000000, signed_date = 2026-03-01 },
    { contract_code = "B", buyer_name = "一局", supplier_name = "甲公司", contract_kind = "设计施工总承包", procurement_method = "直接委托", contract_fen = 90000000, signed_date = 2026-03-04 },
    { contract_code = "C", buyer_name = "一局", supplier_name = "乙公司", contract_kind = "物业服务", procurement_method = "询价", contract_fen = 90000000, signed_date = 2026-03-01 },
    { contract_code = "D", buyer_name = "一局", supplier_name = "乙公司", contract_kind = "物业服务", procurement_method = "询价", contract_fen = 90000000, signed_date = 2026-03-04 },
]

[[clean]]
why = { zh = "相隔一百天", en = "a hundred days apart" }
contracts = [
    { contract_code = "A", buyer_name = "一局", supplier_name = "甲公司", contract_kind = "施工", procurement_method = "直接委托", contract_fen = 390000000, signed_date = 2026-01-01 },
    { contract_code = "B", buyer_name = "一局", supplier_name = "甲公司", contract_kind = "施工", procurement_method = "直接委托", contract_fen = 390000000, signed_date = 2026-04-11 },
]

[[clean]]
why = { zh = "远低于限额", en = "far below the limit" }
contracts = [
    { contract_code = "A", buyer_name = "一局", supplier_name = "甲公司", contract_kind = "施工", procurement_method = "直接委托", contract_fen = 250000000, signed_date = 2026-03-01 },
    { contract_code = "B", buyer_name = "一局", supplier_name = "甲公司", contract_kind = "施工", procurement_method = "直接委托", contract_fen = 250000000, signed_date = 2026-03-04 },
]

[[clean]]
why = { zh = "两份都已招标", en = "both were tendered" }
contracts = [
    { contract_code = "A", buyer_name = "一局", supplier_name = "甲公司", contract_kind = "施工", procurement_method = "公开招标", contract_fen = 390000000, signed_date = 2026-03-01 },
    { contract_code = "B", buyer_name = "一局", supplier_name = "甲公司", contract_kind = "施工", procurement_method = "公开招标", contract_fen = 390000000, signed_date = 2026-03-04 },
]

[[skipped]]
why = { zh = "没有日期，无从知道相隔多久", en = "without a date nobody knows how close they are" }
contracts = [{ contract_code = "A", buyer_name = "一局", supplier_name = "甲公司", contract_kind = "施工", procurement_method = "直接委托", contract_fen = 390000000 }]

[[skipped]]
why = { zh = "看不出类别的合同没有限额", en = "a kind that says nothing has no limit" }
contracts = [{ contract_code = "A", buyer_name = "一局", supplier_name = "甲公司", contract_kind = "其他", procurement_method = "直接委托", contract_fen = 390000000, signed_date = 2026-03-01 }]
*/
