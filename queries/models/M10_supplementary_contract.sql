/*
code = "M10"
version = 1
title = { zh = "补充合同超过原合同 10%", en = "Supplementary contracts above 10 %" }
risk = { zh = "低价中标后以补充合同加价，或者把应当另行招标的内容并入原合同。", en = "A low bid is raised afterwards, or work that needed its own tender is added to an old contract." }
logic = { zh = "同一原合同的各份补充合同金额合计超过原合同金额规定比例的。", en = "Supplementary contracts of one main contract that together exceed the allowed share of it." }
exclusions = { zh = "减少金额的补充合同冲抵增加的；补充合同须填原合同编号。", en = "Reductions are set off; a supplementary contract has to name its main contract." }
severity = "medium"
sector = "procurement"
method = "limit"
key = ["contract_code"]
summary = { zh = "{supplement_count} 份补充合同合计为原合同的 {supplement_rate}，超过 {most_rate}", en = "{supplement_count} supplementary contracts are {supplement_rate} of the main one, above {most_rate}" }
entity = { kind = "contract", id = "contract_code", name = "contract_name" }
parties = [{ kind = "unit", id = "buyer_name" }, { kind = "company", id = "supplier_id", name = "supplier_name" }]
amount = "supplement_fen"
group = "buyer_name"
picture = { kind = "distribution", value = "supplement_rate", limit = "most_rate" }

[requires.contracts]
columns = ["contract_code", "contract_fen", "main_contract_code"]

[params.most_rate]
title = { zh = "最高比例", en = "Highest share" }
type = "rate"
default = 0.1
least = 0
most = 10
basis = { zh = "政府采购法第四十九条：补充合同的采购金额不得超过原合同采购金额的百分之十", en = "Government Procurement Law, article 49: supplements may not exceed a tenth of the main contract" }

[[basis]]
law = "中华人民共和国政府采购法"
article = "第四十九条"
is_checked = false

[[skips]]
of = "contracts"
where = "main_contract_code is not null and main_contract_code not in (select contract_code from contracts where contract_code is not null)"
why = { zh = "补充合同的原合同不在数据中", en = "The main contract of a supplement is not in the data" }

[[skips]]
of = "contracts"
where = "main_contract_code is not null and contract_fen is null"
why = { zh = "补充合同没有金额", en = "A supplement without an amount" }

[[skips]]
of = "contracts"
where = "coalesce(contract_fen, 0) <= 0 and contract_code in (select main_contract_code from contracts where main_contract_code is not null)"
why = { zh = "原合同没有金额", en = "A main contract without an amount" }

[[skips]]
of = "contracts"
where = "procurement_method = '补充合同' and main_contract_code is null"
why = { zh = "补充合同没有原合同编号", en = "A supplement that does not name its main contract" }

[columns]
contract_code = "contracts.contract_code"
contract_name = "contracts.contract_name"
buyer_name = "contracts.buyer_name"
supplier_name = "contracts.supplier_name"
supplier_id = { title = { zh = "乙方识别号", en = "Supplier's number" }, type = "text" }
contract_fen = "contracts.contract_fen"
supplement_count = { title = { zh = "补充合同份数", en = "Supplements" }, type = "whole" }
supplement_fen = { title = { zh = "补充合同金额", en = "Amount of the supplements" }, type = "money" }
supplement_rate = { title = { zh = "补充合同比例", en = "Share of the supplements" }, type = "rate" }

[[evidence]]
of = "contracts"
where = "contract_code = $contract_code or main_contract_code = $contract_code"
marks = ["main_contract_code", "contract_fen"]
*/
with supplements as (
    select
        main_contract_code,
        count(*) as supplement_count,
        sum(contract_fen) as supplement_fen
    from contracts
    where main_contract_code is not null
    group by main_contract_code
)

select
    contracts.contract_code,
    contracts.contract_name,
    contracts.buyer_name,
    contracts.supplier_name,
    coalesce(contracts.supplier_code, contracts.supplier_name) as supplier_id,
    contracts.contract_fen,
    supplements.supplement_count,
    cast(supplements.supplement_fen as bigint) as supplement_fen,
    round(cast(supplements.supplement_fen as double) / contracts.contract_fen, 6) as supplement_rate
from contracts
inner join supplements on contracts.contract_code = supplements.main_contract_code
where contracts.contract_fen > 0 and supplements.supplement_fen > contracts.contract_fen * $most_rate
/*
[[flagged]]
why = { zh = "百分之十四", en = "fourteen per cent" }
contracts = [{ contract_code = "A", contract_fen = 100000000 }, { contract_code = "B", contract_fen = 14000000, main_contract_code = "A" }]
rows = [{ contract_code = "A", supplement_count = 1, supplement_fen = 14000000, supplement_rate = 0.14 }]

[[flagged]]
why = { zh = "两份各百分之六的补充合同，合计百分之十二", en = "two supplements of six per cent are twelve together" }
contracts = [{ contract_code = "A", contract_fen = 100000000 }, { contract_code = "B", contract_fen = 6000000, main_contract_code = "A" }, { contract_code = "C", contract_fen = 6000000, main_contract_code = "A" }]
rows = [{ contract_code = "A", supplement_count = 2, supplement_rate = 0.12 }]

[[clean]]
why = { zh = "正好百分之十，允许", en = "exactly ten per cent are allowed" }
contracts = [{ contract_code = "A", contract_fen = 100000000 }, { contract_code = "B", contract_fen = 10000000, main_contract_code = "A" }]

[[skipped]]
why = { zh = "没有提供主合同", en = "the main contract was not delivered" }
contracts = [{ contract_code = "B", contract_fen = 10000000, main_contract_code = "A" }]

[[skipped]]
why = { zh = "主合同没有金额，算不出百分之十", en = "a main contract without an amount has no tenth" }
contracts = [{ contract_code = "A", contract_fen = 0 }, { contract_code = "B", contract_fen = 10000000, main_contract_code = "A" }]

[[skipped]]
why = { zh = "补充合同没有金额，没有可判断的增加", en = "a supplement without an amount adds nothing that could be judged" }
contracts = [{ contract_code = "A", contract_fen = 100000000 }, { contract_code = "B", main_contract_code = "A" }]

[[skipped]]
why = { zh = "补充合同没有写明主合同", en = "a supplement that names no main contract" }
contracts = [{ contract_code = "B", procurement_method = "补充合同", contract_fen = 10000000 }]
*/
