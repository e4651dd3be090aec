/*
code = "M09B"
aliases = ["R048"]
version = 1
title = { zh = "供应商品类过杂", en = "Supplier of an odd variety of items" }
risk = { zh = "一家供应商什么都卖，可能是没有履约能力的中间商，靠关系接单后转手。", en = "A supplier of everything may be a go-between without means of its own, living on its ties." }
logic = { zh = "按供应商统计所供品目代码前几位的不同个数，达到全部供应商的上界 Q3＋1.5×（Q3－Q1）的列出，也可以改用固定界限。分位数按 Hyndman–Fan 第 8 种方法计算。", en = "For each supplier the number of different first digits of its item codes; flagged where it reaches the upper fence Q3 + 1.5 × (Q3 − Q1) of all suppliers, or a fixed limit in its place. Quartiles by method 8 of Hyndman and Fan." }
exclusions = { zh = "成交次数（招标项目或采购笔数）少于规定次数的供应商不判断；未生效的授标、一项授标有几家供应商的不计；只供一类的不列出。", en = "Suppliers with fewer purchases or tenders than required are not judged; awards that are not in force or made to several suppliers do not count, nor does who supplies one class only." }
severity = "low"
sector = "procurement"
method = "distribution"
key = ["supplier_id"]
summary = { zh = "供应 {variety} 类标的，达到 {limit_variety} 类", en = "Supplies {variety} classes of items, at or above {limit_variety}" }
entity = { kind = "company", id = "supplier_id", name = "supplier_name" }
parties = [{ kind = "company", id = "supplier_id", name = "supplier_name" }]
amount = "amount_fen"
picture = { kind = "distribution", value = "variety", limit = "limit_variety" }

[requires.purchases]
is_optional = true
columns = ["purchase_code", "supplier_name", "item_code"]

[requires.awards]
is_optional = true
columns = ["tender_code", "supplier_name", "item_code"]

[params.limit_by]
title = { zh = "界限", en = "Limit" }
type = "choice"
default = "fence"
basis = { zh = "Cardinal R048 的上界", en = "The upper fence of Cardinal's R048" }

[params.limit_by.choices]
fence = { zh = "分布的上界", en = "Upper fence" }
fixed = { zh = "固定界限", en = "Fixed limit" }

[params.most_variety]
title = { zh = "固定界限", en = "Fixed limit" }
type = "whole"
default = 10
least = 2
most = 10000
unit = { zh = "类", en = "classes" }
basis = { zh = "相当于 Cardinal R048 的 threshold，其示例为 10", en = "Cardinal's R048 calls it threshold; its example is 10" }

[params.digits]
title = { zh = "品目代码取前几位", en = "First digits of the item code" }
type = "whole"
default = 2
least = 1
most = 12
basis = { zh = "Cardinal R048 的缺省值（UNSPSC、CPV 的第一级）；政府采购品目分类 A、B、C 大类后两位即第二级，取 3", en = "Default of Cardinal's R048, the first level of UNSPSC and CPV; the Chinese catalogue has its second level in three" }

[params.fewest_tenders]
title = { zh = "最少成交次数", en = "Fewest purchases or tenders" }
type = "whole"
default = 20
least = 1
most = 100000
unit = { zh = "次", en = "times" }
basis = { zh = "Cardinal R048 的 minimum_contracting_processes", en = "minimum_contracting_processes of Cardinal's R048" }

[[basis]]
law = "中华人民共和国政府采购法"
article = "第二十二条"
is_checked = false

[[basis]]
law = "Cardinal（open-contracting/cardinal-rs）"
article = "R048"
is_checked = true

[[skips]]
of = "purchases"
where = "item_code is null or coalesce(supplier_code, supplier_name) is null"
why = { zh = "没有品目代码或供应商", en = "No item code or supplier" }

[columns]
supplier_name = { title = { zh = "供应商", en = "Supplier" }, type = "text" }
supplier_id = { title = { zh = "供应商识别号", en = "Supplier's number" }, type = "text" }
tender_count = { title = { zh = "成交次数", en = "Purchases or tenders" }, type = "whole" }
variety = { title = { zh = "标的类数", en = "Classes of items" }, type = "whole" }
classes = { title = { zh = "各类代码", en = "Their codes" }, type = "text" }
limit_variety = { title = { zh = "界限", en = "Limit" }, type = "decimal" }
amount_fen = { title = { zh = "采购金额", en = "Amount" }, type = "money" }

[[evidence]]
of = "purchases"
where = "coalesce(supplier_code, supplier_name) = $supplier_id"
marks = ["item_code", "item_name"]

[[evidence]]
of = "awards"
where = "coalesce(supplier_code, supplier_number, supplier_name) = $supplier_id"
marks = ["item_code", "item_name"]
*/
with single_awards as (
    select tender_code, award_code
    from awards
    where regexp_matches(lower(coalesce(award_status, '有效')), '^(有效|已定标|active)')
    group by tender_code, award_code
    having count(distinct coalesce(supplier_code, supplier_number, supplier_name)) = 1
),

supplied as (
    select
        coalesce(supplier_code, supplier_name) as supplier_id,
        supplier_name,
        purchase_code as process,
        substr(item_code, 1, $digits) as class,
        amount_fen
    from purchases
    where item_code is not null and coalesce(supplier_code, supplier_name) is not null
    union all
    select
        coalesce(awards.supplier_code, awards.supplier_number, awards.supplier_name) as supplier_id,
        awards.supplier_name,
        awards.tender_code as process,
        substr(awards.item_code, 1, $digits) as class,
        cast(null as bigint) as amount_fen
    from awards
    inner join single_awards
        on
            awards.tender_code = single_awards.tender_code
            and awards.award_code is not distinct from single_awards.award_code
    where awards.item_code is not null
),

varieties as (
    select
        supplier_id,
        min(supplier_name) as supplier_name,
        count(distinct process) as tender_count,
        count(distinct class) as variety,
        string_agg(distinct class, '、' order by class) as classes,
        cast(sum(amount_fen) as bigint) as amount_fen
    from supplied
    group by supplier_id
    having count(distinct process) >= $fewest_tenders
),

ranked as (
    select
        *,
        count(*) over () as n,
        row_number() over (order by variety, supplier_id) as place
    from varieties
),

-- The places of the quartiles are (3n + 5) / 12 and (9n + 7) / 12, between two values where they are no whole.
parts as (
    select
        max(case when place = greatest(floor((3 * n + 5) / 12.0), 1) then variety end) as q1_below,
        max(case when place = least(floor((3 * n + 5) / 12.0) + 1, n) then variety end) as q1_above,
        max((3 * n + 5) / 12.0 - floor((3 * n + 5) / 12.0)) as q1_part,
        max(case when place = greatest(floor((9 * n + 7) / 12.0), 1) then variety end) as q3_below,
        max(case when place = least(floor((9 * n + 7) / 12.0) + 1, n) then variety end) as q3_above,
        max((9 * n + 7) / 12.0 - floor((9 * n + 7) / 12.0)) as q3_part
    from ranked
),

quartiles as (
    select
        q1_below + q1_part * (q1_above - q1_below) as q1,
        q3_below + q3_part * (q3_above - q3_below) as q3
    from parts
),

judged as (
    select
        varieties.*,
        case
            when $limit_by = 'fixed' then $most_variety
            else quartiles.q3 + 1.5 * (quartiles.q3 - quartiles.q1)
        end as bound
    from varieties
    cross join quartiles
)

select
    supplier_name,
    supplier_id,
    tender_count,
    variety,
    classes,
    cast(round(bound, 4) as decimal(18, 4)) as limit_variety,
    amount_fen
from judged
where variety >= bound and variety > 1
/*
[[flagged]]
why = { zh = "三个类别达到固定界限三个", en = "three classes reach a fixed limit of three" }
params = { limit_by = "fixed", most_variety = 3, fewest_tenders = 1 }
purchases = [
    { purchase_code = "1", supplier_name = "甲公司", item_code = "A02" }, { purchase_code = "2", supplier_name = "甲公司", item_code = "B01" },
    { purchase_code = "3", supplier_name = "甲公司", item_code = "C05" }, { purchase_code = "4", supplier_name = "乙公司", item_code = "A02" },
]
rows = [{ supplier_id = "甲公司", variety = 3, classes = "A0、B0、C0", tender_count = 3 }]

[[flagged]]
why = { zh = "六个供应商中五个有一类、一个有两类：四分位数为1和1.08，界限为1.21", en = "of six suppliers five have one class and one has two: the quartiles are 1 and 1.08, the fence 1.21" }
params = { fewest_tenders = 1 }
awards = [
    { tender_code = "1", award_code = "1", supplier_name = "甲公司", item_code = "11000000" }, { tender_code = "1", award_code = "1", supplier_name = "甲公司", item_code = "22000000" },
    { tender_code = "2", award_code = "1", supplier_name = "2", item_code = "11000000" }, { tender_code = "3", award_code = "1", supplier_name = "3", item_code = "11000000" },
    { tender_code = "4", award_code = "1", supplier_name = "4", item_code = "11000000" }, { tender_code = "5", award_code = "1", supplier_name = "5", item_code = "11000000" },
    { tender_code = "6", award_code = "1", supplier_name = "6", item_code = "11000000" },
]
rows = [{ supplier_id = "甲公司", variety = 2, limit_variety = 1.2083 }]

[[clean]]
why = { zh = "招标少于二十次", en = "fewer tenders than twenty" }
purchases = [{ purchase_code = "1", supplier_name = "甲公司", item_code = "A02" }, { purchase_code = "2", supplier_name = "甲公司", item_code = "B01" }]

[[clean]]
why = { zh = "同一类别的两个代码，以及一次已取消的定标", en = "two codes of one class, and an award that was cancelled" }
params = { fewest_tenders = 1 }
purchases = [{ purchase_code = "1", supplier_name = "甲公司", item_code = "A0201" }, { purchase_code = "2", supplier_name = "甲公司", item_code = "A0299" }]
awards = [{ tender_code = "1", award_code = "1", supplier_name = "甲公司", item_code = "C01", award_status = "取消" }]

[[clean]]
why = { zh = "定给两个供应商的，看不出谁供什么", en = "an award to two suppliers does not say who supplies what" }
params = { fewest_tenders = 1, limit_by = "fixed", most_variety = 2 }
awards = [
    { tender_code = "1", award_code = "1", supplier_name = "甲公司", item_code = "A01" }, { tender_code = "1", award_code = "1", supplier_name = "乙公司", item_code = "A01" },
    { tender_code = "1", award_code = "1", supplier_name = "甲公司", item_code = "C01" }, { tender_code = "1", award_code = "1", supplier_name = "乙公司", item_code = "C01" },
]

[[skipped]]
why = { zh = "没有品目代码", en = "no item code" }
purchases = [{ purchase_code = "1", supplier_name = "甲公司" }]
*/
