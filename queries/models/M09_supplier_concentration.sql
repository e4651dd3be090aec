/*
code = "M09"
version = 1
title = { zh = "供应商过于集中", en = "Supplier concentration" }
risk = { zh = "一个单位的合同长期集中在一家供应商，可能排斥竞争或者有利益关系。", en = "One supplier has most of a buyer's contracts: competition is kept out, or there is a tie between them." }
logic = { zh = "一个单位一年内的合同中，一家供应商的份数不少于规定份数，而且金额占比超过界限，或者高出该单位各供应商占比的平均值规定倍数的标准差。", en = "Of a buyer's contracts of a year one supplier has at least so many, and its share of the amount exceeds the limit, or lies so many standard deviations above the mean share of the buyer's suppliers." }
exclusions = { zh = "补充合同不计份数和金额（另见 M10）。供应商少于三家的单位不按标准差判断；一家的占比最多高出平均值（家数－1）÷√家数 个标准差，因此供应商不足 11 家时 3 倍标准差不可能达到，只有最高占比起作用。依法只能由一家提供的（水、电、专利）须人工排除。", en = "Supplementary contracts do not count (see M10). Buyers with fewer than three suppliers are not judged by deviation; of n suppliers none can lie more than (n − 1) ÷ √n deviations above the mean, so that three cannot be reached below 11 suppliers and only the highest share decides there. What only one can supply has to be told apart by hand." }
severity = "medium"
sector = "procurement"
method = "distribution"
key = ["buyer_name", "supplier_id", "year"]
summary = { zh = "{year} 年 {contract_count} 份合同，占该单位金额的 {share_rate}", en = "{year}: {contract_count} contracts, {share_rate} of the buyer's amount" }
entity = { kind = "company", id = "supplier_id", name = "supplier_name" }
parties = [{ kind = "company", id = "supplier_id", name = "supplier_name" }, { kind = "unit", id = "buyer_name" }]
amount = "supplier_fen"
group = "buyer_name"
picture = { kind = "sankey", source = "buyer_name", target = "supplier_name", value = "supplier_fen" }

[requires.contracts]
columns = ["buyer_name", "supplier_name", "contract_fen", "signed_date"]

[params.most_share]
title = { zh = "最高占比", en = "Highest share" }
type = "rate"
default = 0.4
least = 0
most = 1
basis = { zh = "审计经验值：占比超过 40%", en = "A value of practice: a share above 40 %" }

[params.most_deviations]
title = { zh = "标准差倍数", en = "Standard deviations" }
type = "number"
default = 3
least = 1
most = 100
basis = { zh = "审计经验值：高出平均值 3 个标准差", en = "A value of practice: three standard deviations above the mean" }

[params.fewest_contracts]
title = { zh = "最少合同份数", en = "Fewest contracts" }
type = "whole"
default = 3
least = 1
most = 10000
unit = { zh = "份", en = "contracts" }
basis = { zh = "审计经验值：一两份大合同不算集中", en = "A value of practice: one or two large contracts are no concentration" }

[[basis]]
law = "中华人民共和国政府采购法"
article = "第三条、第五条"
is_checked = false

[[skips]]
of = "contracts"
where = "main_contract_code is null and (signed_date is null or contract_fen is null)"
why = { zh = "没有签订日期或金额", en = "No date or amount" }

[columns]
buyer_name = "contracts.buyer_name"
supplier_name = "contracts.supplier_name"
supplier_id = { title = { zh = "乙方识别号", en = "Supplier's number" }, type = "text" }
year = { title = { zh = "年度", en = "Year" }, type = "whole" }
contract_count = { title = { zh = "合同份数", en = "Contracts" }, type = "whole" }
supplier_fen = { title = { zh = "该供应商金额", en = "Supplier's amount" }, type = "money" }
buyer_fen = { title = { zh = "该单位合同总额", en = "Buyer's total" }, type = "money" }
share_rate = { title = { zh = "占比", en = "Share" }, type = "rate" }
supplier_count = { title = { zh = "该单位供应商家数", en = "Buyer's suppliers" }, type = "whole" }

[[evidence]]
of = "contracts"
where = "buyer_name = $buyer_name and coalesce(supplier_code, supplier_name) = $supplier_id and year(signed_date) = $year and main_contract_code is null"
marks = ["contract_fen", "supplier_name", "signed_date"]
*/
with yearly as (
    select
        buyer_name,
        coalesce(supplier_code, supplier_name) as supplier_id,
        min(supplier_name) as supplier_name,
        year(signed_date) as year,
        count(*) as contract_count,
        sum(contract_fen) as supplier_fen
    from contracts
    where main_contract_code is null and signed_date is not null and contract_fen is not null
    group by buyer_name, coalesce(supplier_code, supplier_name), year(signed_date)
),

shares as (
    select
        *,
        sum(supplier_fen) over (partition by buyer_name, year) as buyer_fen,
        count(*) over (partition by buyer_name, year) as supplier_count,
        cast(supplier_fen as double) / nullif(sum(supplier_fen) over (partition by buyer_name, year), 0) as share
    from yearly
),

spread as (
    select
        *,
        avg(share) over (partition by buyer_name, year) as mean_share,
        stddev_samp(share) over (partition by buyer_name, year) as deviation
    from shares
)

select
    buyer_name,
    supplier_name,
    supplier_id,
    cast(year as bigint) as year,
    contract_count,
    cast(supplier_fen as bigint) as supplier_fen,
    cast(buyer_fen as bigint) as buyer_fen,
    round(share, 6) as share_rate,
    supplier_count
from spread
where
    contract_count >= $fewest_contracts
    and (
        share > $most_share
        or (supplier_count >= 3 and deviation > 0 and share > mean_share + $most_deviations * deviation)
    )
/*
[[flagged]]
why = { zh = "一个供应商的三份合同占全年四分之三", en = "three contracts of one supplier are three quarters of the year" }
contracts = [
    { contract_code = "1", buyer_name = "一局", supplier_name = "甲公司", contract_fen = 100, signed_date = 2026-01-01 },
    { contract_code = "2", buyer_name = "一局", supplier_name = "甲公司", contract_fen = 100, signed_date = 2026-02-01 },
    { contract_code = "3", buyer_name = "一局", supplier_name = "甲公司", contract_fen = 100, signed_date = 2026-03-01 },
    { contract_code = "4", buyer_name = "一局", supplier_name = "乙公司", contract_fen = 100, signed_date = 2026-04-01 },
]
rows = [{ supplier_id = "甲公司", year = 2026, contract_count = 3, share_rate = 0.75 }]

[[clean]]
why = { zh = "一份大合同不算集中", en = "one large contract is no concentration" }
contracts = [{ contract_code = "1", buyer_name = "一局", supplier_name = "甲公司", contract_fen = 1000, signed_date = 2026-01-01 }, { contract_code = "2", buyer_name = "一局", supplier_name = "乙公司", contract_fen = 100, signed_date = 2026-01-01 }]

[[clean]]
why = { zh = "一份合同加两份补充合同仍是一份合同", en = "one contract with two supplements is one contract" }
contracts = [
    { contract_code = "1", buyer_name = "一局", supplier_name = "甲公司", contract_fen = 100, signed_date = 2026-01-01 },
    { contract_code = "2", buyer_name = "一局", supplier_name = "甲公司", contract_fen = 10, signed_date = 2026-02-01, main_contract_code = "1" },
    { contract_code = "3", buyer_name = "一局", supplier_name = "甲公司", contract_fen = 10, signed_date = 2026-03-01, main_contract_code = "1" },
]

[[clean]]
why = { zh = "四成正好是界限，没有超过", en = "four tenths are the limit, not above it" }
contracts = [
    { contract_code = "1", buyer_name = "一局", supplier_name = "甲公司", contract_fen = 10, signed_date = 2026-01-01 },
    { contract_code = "2", buyer_name = "一局", supplier_name = "甲公司", contract_fen = 10, signed_date = 2026-02-01 },
    { contract_code = "3", buyer_name = "一局", supplier_name = "甲公司", contract_fen = 20, signed_date = 2026-03-01 },
    { contract_code = "4", buyer_name = "一局", supplier_name = "乙公司", contract_fen = 30, signed_date = 2026-04-01 },
    { contract_code = "5", buyer_name = "一局", supplier_name = "丙公司", contract_fen = 30, signed_date = 2026-04-01 },
]

[[skipped]]
why = { zh = "没有日期的合同不属于任何年度", en = "a contract without a date is of no year" }
contracts = [{ contract_code = "1", buyer_name = "一局", supplier_name = "甲公司", contract_fen = 10 }]
*/
