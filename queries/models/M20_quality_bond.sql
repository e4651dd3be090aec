/*
code = "M20"
version = 1
title = { zh = "质量保证金超过规定比例", en = "Quality bond above the limit" }
risk = { zh = "多扣质量保证金占用施工企业资金，也可能以质保金名义拖欠工程款。", en = "A bond above the limit ties up the contractor's money, or hides payments that are overdue." }
logic = { zh = "合同约定的质量保证金超过合同金额规定比例的。", en = "Contracts whose quality bond exceeds the allowed share of the contract amount." }
severity = "medium"
sector = "investment"
method = "limit"
key = ["contract_code"]
summary = { zh = "质量保证金占合同金额 {bond_rate}，超过 {most_rate}", en = "The quality bond is {bond_rate} of the contract, above {most_rate}" }
entity = { kind = "contract", id = "contract_code", name = "contract_name" }
parties = [{ kind = "unit", id = "buyer_name" }, { kind = "company", id = "supplier_id", name = "supplier_name" }]
amount = "excess_fen"
group = "buyer_name"
picture = { kind = "distribution", value = "bond_rate", limit = "most_rate" }

[requires.contracts]
columns = ["contract_code", "contract_fen", "quality_bond_fen"]

[params.most_rate]
title = { zh = "最高比例", en = "Highest share" }
type = "rate"
default = 0.03
least = 0
most = 1
basis = { zh = "建设工程质量保证金管理办法（建质〔2017〕138 号）：不得高于工程价款结算总额的 3%", en = "Rules on quality bonds (建质〔2017〕138): at most 3 % of the settled price" }

[[basis]]
law = "建设工程质量保证金管理办法（建质〔2017〕138 号）"
article = "第七条"
is_checked = false

[[skips]]
of = "contracts"
where = "quality_bond_fen is not null and coalesce(contract_fen, 0) = 0"
why = { zh = "有质量保证金而没有合同金额", en = "A quality bond but no contract amount" }

[columns]
contract_code = "contracts.contract_code"
contract_name = "contracts.contract_name"
buyer_name = "contracts.buyer_name"
supplier_name = "contracts.supplier_name"
supplier_id = { title = { zh = "乙方识别号", en = "Supplier's number" }, type = "text" }
contract_fen = "contracts.contract_fen"
quality_bond_fen = "contracts.quality_bond_fen"
bond_rate = { title = { zh = "质量保证金比例", en = "Share of the bond" }, type = "rate" }
excess_fen = { title = { zh = "多扣金额", en = "Above the limit" }, type = "money" }

[[evidence]]
of = "contracts"
where = "contract_code = $contract_code"
marks = ["quality_bond_fen", "contract_fen"]
*/
select
    contract_code,
    contract_name,
    buyer_name,
    supplier_name,
    coalesce(supplier_code, supplier_name) as supplier_id,
    contract_fen,
    quality_bond_fen,
    round(cast(quality_bond_fen as double) / contract_fen, 6) as bond_rate,
    cast(quality_bond_fen - floor(contract_fen * $most_rate) as bigint) as excess_fen
from contracts
where contract_fen > 0 and quality_bond_fen > contract_fen * $most_rate
/*
[[flagged]]
why = { zh = "百分之五，多了两个百分点", en = "five per cent are two too many" }
contracts = [{ contract_code = "A", contract_fen = 100000000, quality_bond_fen = 5000000 }]
rows = [{ contract_code = "A", bond_rate = 0.05, excess_fen = 2000000 }]

[[clean]]
why = { zh = "百分之三，允许", en = "three per cent are allowed" }
contracts = [{ contract_code = "A", contract_fen = 100000000, quality_bond_fen = 3000000 }]

[[clean]]
why = { zh = "没有约定保证金", en = "no bond was agreed" }
contracts = [{ contract_code = "A", contract_fen = 100000000 }]

[[skipped]]
why = { zh = "有保证金而没有合同金额，算不出比例", en = "a bond without a contract amount has no share" }
contracts = [{ contract_code = "A", quality_bond_fen = 3000000 }]
*/
