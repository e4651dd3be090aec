/*
code = "M01"
version = 1
title = { zh = "应招标未招标", en = "Not tendered though it had to be" }
risk = { zh = "依法必须招标的项目以直接委托等方式发包，逃避竞争，容易利益输送。", en = "Works that must be tendered are given away directly: no competition, and room for favours." }
logic = { zh = "同一项目（没有项目编号的按合同）同类合同中，未经公开或邀请招标的金额合计达到规定限额：工程施工（含总承包、EPC）400 万元，重要设备、材料等货物 200 万元，勘察、设计、监理服务 100 万元。同一项目中可以合并进行的采购按项目合计，不分甲方（第五条末款）；甲方、乙方列金额最大的一份合同的。", en = "Contracts of one kind in one project (or a contract alone) that were given without open or selective tender and together reach the limit: works (turnkey and EPC too) 4 million yuan, goods 2 million, survey, design and supervision 1 million. What can be bought together in one project is added up over the project, whoever the buyer is (article 5, last paragraph); buyer and supplier shown are those of the largest contract." }
exclusions = { zh = "补充合同不计（另见 M10）。服务只计勘察、设计、监理；物业、信息技术、咨询、造价、检测等其他服务不在第五条第三项之内，不判断。数据中没有资金来源，是否属于预算资金 200 万元以上且占投资 10% 以上、或者国有资金控股主导的项目，须另行核实；与工程建设无关的货物适用政府采购限额，可调高界限。", en = "Supplementary contracts do not count (see M10). Of services only survey, design and supervision are meant by article 5 (3): property management, IT, consulting and other services are not judged. Where the money comes from is not in the data and has to be checked; goods that are no part of works fall under procurement limits." }
severity = "high"
sector = "procurement"
method = "limit"
key = ["project_id", "kind"]
summary = { zh = "{kind}以{methods}方式发包，{contract_count} 份合同合计{total_fen}，达到限额{limit_fen}", en = "{kind} by {methods}: {contract_count} contracts of {total_fen} in all, at or above {limit_fen}" }
entity = { kind = "project", id = "project_id", name = "project_name" }
parties = [{ kind = "unit", id = "buyer_name" }, { kind = "company", id = "supplier_id", name = "supplier_name" }]
amount = "total_fen"
group = "buyer_name"
picture = { kind = "bars", label = "buyer_name", value = "total_fen" }

[requires.contracts]
columns = ["contract_code", "contract_kind", "procurement_method", "contract_fen"]

[params.works_limit]
title = { zh = "工程限额", en = "Limit of works" }
type = "money"
default = 4000000
least = 0
basis = { zh = "必须招标的工程项目规定（国家发展改革委令第 16 号）第五条第一项", en = "Order 16 of the NDRC, article 5 (1)" }

[params.goods_limit]
title = { zh = "货物限额", en = "Limit of goods" }
type = "money"
default = 2000000
least = 0
basis = { zh = "必须招标的工程项目规定（国家发展改革委令第 16 号）第五条第二项", en = "Order 16 of the NDRC, article 5 (2)" }

[params.services_limit]
title = { zh = "服务限额", en = "Limit of services" }
type = "money"
default = 1000000
least = 0
basis = { zh = "必须招标的工程项目规定（国家发展改革委令第 16 号）第五条第三项", en = "Order 16 of the NDRC, article 5 (3)" }

[params.tender_methods]
title = { zh = "算作招标的方式", en = "Methods that are tenders" }
type = "text"
default = "公开招标|邀请招标"
basis = { zh = "招标投标法第十条；以竖线分开", en = "Bidding Law, article 10; divided by bars" }

[[basis]]
law = "必须招标的工程项目规定（国家发展改革委令第 16 号）"
article = "第二条、第五条"
is_checked = true

[[basis]]
law = "中华人民共和国招标投标法"
article = "第三条"
is_checked = false

[[skips]]
of = "contracts"
where = "procurement_method is null or contract_kind is null or contract_fen is null"
why = { zh = "没有采购方式、合同类别或金额", en = "No method, kind or amount" }

[[skips]]
of = "contracts"
where = "main_contract_code is null and procurement_method <> '补充合同' and '|' || $tender_methods || '|' not like '%|' || procurement_method || '|%' and not regexp_matches(lower(contract_kind), '总承包|epc|勘察|设计|监理|施工|修缮|建设|安装|货物|设备|材料|物资|服务|咨询|物业|造价|检测|代理|工程')"
why = { zh = "合同类别看不出是工程、货物还是服务", en = "The kind says neither works, goods nor services" }

[columns]
project_id = { title = { zh = "项目或合同编号", en = "Project or contract" }, type = "text" }
project_name = "contracts.project_name"
kind = { title = { zh = "类别", en = "Kind" }, type = "text", words = { "工程" = "Works", "货物" = "Goods", "服务" = "Services" } }
buyer_name = "contracts.buyer_name"
supplier_name = "contracts.supplier_name"
supplier_id = { title = { zh = "乙方识别号", en = "Supplier's number" }, type = "text" }
methods = { title = { zh = "采购方式", en = "Methods" }, type = "text" }
contract_count = { title = { zh = "合同份数", en = "Contracts" }, type = "whole" }
total_fen = { title = { zh = "金额合计", en = "Total" }, type = "money" }
limit_fen = { title = { zh = "限额", en = "Limit" }, type = "money" }

[[evidence]]
of = "contracts"
where = "coalesce(project_code, contract_code) = $project_id and main_contract_code is null"
marks = ["procurement_method", "contract_fen", "contract_kind"]
*/
with untendered as (
    select
        contract_code,
        coalesce(project_code, contract_code) as project_id,
        coalesce(project_name, contract_name) as project_name,
        buyer_name,
        supplier_name,
        coalesce(supplier_code, supplier_name) as supplier_id,
        procurement_method,
        contract_fen,
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
        and '|' || $tender_methods || '|' not like '%|' || procurement_method || '|%'
),

placed as (
    select
        *,
        row_number() over (partition by project_id, kind order by contract_fen desc, contract_code) as place
    from untendered
    where kind is not null and contract_fen is not null
),

pooled as (
    select
        project_id,
        kind,
        min(project_name) as project_name,
        min(case when place = 1 then buyer_name end) as buyer_name,
        min(case when place = 1 then supplier_name end) as supplier_name,
        min(case when place = 1 then supplier_id end) as supplier_id,
        string_agg(distinct procurement_method, '、' order by procurement_method) as methods,
        count(*) as contract_count,
        cast(sum(contract_fen) as bigint) as total_fen,
        case kind when '工程' then $works_limit when '货物' then $goods_limit else $services_limit end as limit_fen
    from placed
    group by project_id, kind
)

select
    project_id,
    project_name,
    kind,
    buyer_name,
    supplier_name,
    supplier_id,
    methods,
    contract_count,
    total_fen,
    limit_fen
from pooled
where total_fen >= limit_fen
/*
[[flagged]]
why = { zh = "五百万元的工程没有招标", en = "five million of works without tender" }
contracts = [{ contract_code = "A", contract_name = "甲", buyer_name = "一局", contract_kind = "施工", procurement_method = "直接委托", contract_fen = 500000000 }]
rows = [{ project_id = "A", kind = "工程", total_fen = 500000000, limit_fen = 400000000 }]

[[flagged]]
why = { zh = "同一项目的两份合同合计达到限额", en = "two contracts of one project reach the limit together" }
contracts = [
    { contract_code = "A", project_code = "X", buyer_name = "一局", contract_kind = "工程", procurement_method = "直接委托", contract_fen = 250000000 },
    { contract_code = "B", project_code = "X", buyer_name = "一局", contract_kind = "工程", procurement_method = "竞争性谈判", contract_fen = 250000000 },
]
rows = [{ project_id = "X", contract_count = 2 }]

[[flagged]]
why = { zh = "监理适用服务的限额", en = "supervision has the limit of services" }
contracts = [{ contract_code = "A", buyer_name = "一局", contract_kind = "工程监理", procurement_method = "询价", contract_fen = 100000000 }]
rows = [{ kind = "服务" }]

[[flagged]]
why = { zh = "同一项目的两个采购人合并计算；较大的合同说明是谁", en = "two buyers of one project are added up; the larger contract says who" }
contracts = [
    { contract_code = "A", project_code = "X", buyer_name = "一局", supplier_name = "甲公司", contract_kind = "施工", procurement_method = "直接委托", contract_fen = 150000000 },
    { contract_code = "B", project_code = "X", buyer_name = "二局", supplier_name = "乙公司", contract_kind = "施工", procurement_method = "直接委托", contract_fen = 250000000 },
]
rows = [{ project_id = "X", buyer_name = "二局", supplier_name = "乙公司", contract_count = 2, total_fen = 400000000 }]

[[flagged]]
why = { zh = "工程总承包（EPC）属于工程", en = "EPC is works" }
contracts = [{ contract_code = "A", buyer_name = "一局", contract_kind = "EPC", procurement_method = "直接委托", contract_fen = 400000000 }]
rows = [{ kind = "工程", limit_fen = 400000000 }]

[[clean]]
why = { zh = "设计施工一体的适用工程限额", en = "design and works in one hand have the limit of works" }
contracts = [{ contract_code = "A", buyer_name = "一局", contract_kind = "设计施工总承包", procurement_method = "直接委托", contract_fen = 200000000 }]

[[clean]]
why = { zh = "物业管理和咨询不是规则所说的服务", en = "property management and consulting are no services of the rule" }
contracts = [
    { contract_code = "A", buyer_name = "一局", contract_kind = "物业服务", procurement_method = "询价", contract_fen = 300000000 },
    { contract_code = "B", buyer_name = "一局", contract_kind = "工程咨询", procurement_method = "询价", contract_fen = 300000000 },
]

[[clean]]
why = { zh = "不足四百万元的工程", en = "works below four million" }
contracts = [{ contract_code = "A", buyer_name = "一局", contract_kind = "施工", procurement_method = "直接委托", contract_fen = 399999999 }]

[[clean]]
why = { zh = "已招标", en = "tendered" }
contracts = [{ contract_code = "A", buyer_name = "一局", contract_kind = "施工", procurement_method = "公开招标", contract_fen = 900000000 }]

[[clean]]
why = { zh = "补充合同另有规则", en = "a supplement is another question" }
contracts = [{ contract_code = "A", buyer_name = "一局", contract_kind = "施工", procurement_method = "补充合同", main_contract_code = "B", contract_fen = 900000000 }]

[[skipped]]
why = { zh = "没有采购方式，无从知道是否招标", en = "without the method nobody knows whether it was tendered" }
contracts = [{ contract_code = "A", buyer_name = "一局", contract_kind = "施工", contract_fen = 900000000 }]

[[skipped]]
why = { zh = "看不出类别的合同没有限额", en = "a kind that says nothing has no limit" }
contracts = [{ contract_code = "A", buyer_name = "一局", contract_kind = "其他", procurement_method = "直接委托", contract_fen = 900000000 }]
*/
