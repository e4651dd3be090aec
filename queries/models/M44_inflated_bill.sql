/*
code = "M44"
version = 1
title = { zh = "费用高于标准", en = "Bill above the tariff" }
risk = { zh = "抬高价格、高套病种、虚增项目，都表现为申报费用高于应收标准。", en = "Raised prices, upcoded illnesses and added services all show as a bill above the tariff." }
logic = { zh = "一行结算的费用金额高于应收标准（价格目录或病种标准）的规定比例。", en = "The amount of a line exceeds what the tariff (price list or standard of the illness) says by more than the given share." }
exclusions = { zh = "危重加收、急诊加收有批准的，按加收比例调高上限。只看出费用高于标准，分不清是抬价、高套病种、虚增项目还是冒名：要看病历、检查记录和进销存；按病种付费的数据要有病种编码和标准才能单判高套。", en = "Where surcharges are granted (critical care, emergency), set the limit higher. It sees that a bill lies above the tariff, not why: raised prices, upcoding, phantom services and borrowed names are told apart by records of treatment and stock; upcoding needs the code of the illness with its standard." }
severity = "medium"
sector = "medical_insurance"
method = "limit"
key = ["claim_code", "item_number"]
summary = { zh = "标准{standard_fen}，申报{amount_fen}，高出{over_rate}", en = "Tariff {standard_fen}, claimed {amount_fen}: {over_rate} above" }
entity = { kind = "person", id = "person" }
parties = [{ kind = "person", id = "person" }, { kind = "unit", id = "hospital_name" }]
amount = "over_fen"
group = "item_name"
picture = { kind = "distribution", value = "over_rate", limit = "most_over" }

[requires.claims]
columns = ["claim_code", "amount_fen", "standard_fen"]

[params.most_over]
title = { zh = "允许高出比例", en = "Above the tariff, allowed" }
type = "rate"
default = 0.2
least = 0
most = 10
basis = { zh = "经验值：正常波动多在±10%以内，取两倍", en = "From practice: usual differences stay within 10%; twice that" }

[params.least_fen]
title = { zh = "最低高出金额", en = "Least amount above" }
type = "money"
default = 0
least = 0
unit = { zh = "元", en = "yuan" }
basis = { zh = "不限金额；零星项目多时可调高", en = "Every amount; set higher to leave trifles out" }

[[basis]]
law = "医疗保障基金使用监督管理条例"
article = "第十五条"
says = { zh = "不得重复收费、超标准收费、分解项目收费。", en = "No double charges, no charges above the tariff, no items split." }
is_checked = false

[[skips]]
of = "claims"
where = "coalesce(standard_fen, 0) = 0"
why = { zh = "没有标准费用", en = "No tariff" }

[columns]
claim_code = "claims.claim_code"
item_number = { title = { zh = "明细序号", en = "Item number" }, type = "text" }
person = { title = { zh = "参保人", en = "Insured person" }, type = "text", mask = "identity" }
hospital_name = "claims.hospital_name"
diagnosis_name = "claims.diagnosis_name"
item_name = "claims.item_name"
standard_fen = "claims.standard_fen"
amount_fen = "claims.amount_fen"
over_fen = { title = { zh = "高出金额", en = "Above" }, type = "money" }
over_rate = { title = { zh = "高出比例", en = "Share above" }, type = "rate" }

[[evidence]]
of = "claims"
where = "claim_code = $claim_code and coalesce(item_number, '') = $item_number"
marks = ["standard_fen", "amount_fen"]
*/
select
    claim_code,
    coalesce(item_number, '') as item_number,
    coalesce(identity_number, person_code) as person,
    hospital_name,
    diagnosis_name,
    item_name,
    standard_fen,
    amount_fen,
    amount_fen - standard_fen as over_fen,
    round(cast(amount_fen as double) / standard_fen - 1, 4) as over_rate
from claims
where
    standard_fen > 0
    and amount_fen > standard_fen * (1 + $most_over)
    and amount_fen - standard_fen > $least_fen
/*
[[flagged]]
why = { zh = "多出一半", en = "half as much again" }
claims = [{ claim_code = "1", item_number = "1", person_code = "P", standard_fen = 10000, amount_fen = 15000 }]
rows = [{ claim_code = "1", over_fen = 5000, over_rate = 0.5 }]

[[clean]]
why = { zh = "只多五分之一", en = "just a fifth above" }
claims = [{ claim_code = "1", person_code = "P", standard_fen = 10000, amount_fen = 12000 }]

[[clean]]
why = { zh = "不计零头时的零头", en = "a trifle, where trifles are left out" }
params = { least_fen = 100 }
claims = [{ claim_code = "1", person_code = "P", standard_fen = 100, amount_fen = 200 }]

[[skipped]]
why = { zh = "没有写明应为多少", en = "nobody says what it should cost" }
claims = [{ claim_code = "1", person_code = "P", amount_fen = 15000 }]
*/
