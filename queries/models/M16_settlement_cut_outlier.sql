/*
code = "M16"
version = 1
title = { zh = "结算审减率异常", en = "Settlement cut out of line" }
risk = { zh = "审减过多，说明送审高估冒算；大额结算一分不减，审核可能走过场。", en = "A deep cut means an inflated claim; a large claim that is not cut at all may not have been reviewed." }
logic = { zh = "审减率＝（送审金额－审定金额）÷送审金额。高于同类工程的上四分位数加规定倍数四分位距，或送审金额超过规定数额而审减率为零。", en = "Cut rate = (submitted - approved) ÷ submitted. Above the third quartile of its own kind of works by the given multiple of the quartile distance, or nothing cut from a claim above the given amount." }
exclusions = { zh = "同类工程少于规定件数时不算界限，只查零审减。", en = "A kind with too few settlements has no fence; there only cuts of nothing are looked for." }
severity = "medium"
sector = "investment"
method = "distribution"
key = ["settlement_code"]
summary = { zh = "送审{submitted_fen}，审定{approved_fen}，审减率{cut_rate}，同类上限{fence_rate}", en = "Submitted {submitted_fen}, approved {approved_fen}: cut by {cut_rate}; fence of its kind {fence_rate}" }
entity = { kind = "project", id = "project_code", name = "project_name" }
parties = [{ kind = "unit", id = "builder_name" }, { kind = "company", id = "contractor_name" }, { kind = "company", id = "reviewer_name" }]
amount = "cut_fen"
group = "project_kind"
picture = { kind = "distribution", value = "cut_rate", limit = "fence_rate" }

[requires.construction_settlements]
columns = ["settlement_code", "project_code", "submitted_fen", "approved_fen"]

[params.multiple]
title = { zh = "四分位距倍数", en = "Multiples of the quartile distance" }
type = "number"
default = 1.5
least = 0
most = 10
basis = { zh = "箱线图的通用界限（Tukey）", en = "The usual fence of a box plot (Tukey)" }

[params.least_count]
title = { zh = "同类最少件数", en = "Fewest settlements of a kind" }
type = "whole"
default = 8
least = 4
most = 1000
unit = { zh = "件", en = "settlements" }
basis = { zh = "少于8件时四分位数不稳", en = "Quartiles of fewer than eight are not steady" }

[params.uncut_fen]
title = { zh = "零审减的送审金额下限", en = "Least amount submitted for a cut of nothing" }
type = "money"
default = 10000000
least = 0
unit = { zh = "元", en = "yuan" }
basis = { zh = "经验值：1,000万元以上一分不减的应复核", en = "From practice: more than 10 million yuan and nothing cut deserves another look" }

[[basis]]
law = "建设工程价款结算暂行办法（财建〔2004〕369号）"
article = "第十四条"
is_checked = false

[[skips]]
of = "construction_settlements"
where = "approved_fen is null or coalesce(submitted_fen, 0) <= 0"
why = { zh = "没有审定金额或送审金额", en = "Nothing approved yet, or no amount submitted" }

[columns]
settlement_code = "construction_settlements.settlement_code"
project_code = "construction_settlements.project_code"
project_name = "construction_settlements.project_name"
project_kind = "construction_settlements.project_kind"
builder_name = "construction_settlements.builder_name"
contractor_name = "construction_settlements.contractor_name"
reviewer_name = "construction_settlements.reviewer_name"
submitted_fen = "construction_settlements.submitted_fen"
approved_fen = "construction_settlements.approved_fen"
cut_fen = { title = { zh = "审减金额", en = "Cut" }, type = "money" }
cut_rate = { title = { zh = "审减率", en = "Cut rate" }, type = "rate" }
fence_rate = { title = { zh = "同类上限", en = "Fence of its kind" }, type = "rate" }
is_uncut = { title = { zh = "是否大额零审减", en = "Large and not cut" }, type = "flag" }

[[evidence]]
of = "construction_settlements"
where = "settlement_code = $settlement_code"
marks = ["submitted_fen", "approved_fen", "reduced_fen"]
*/
with cuts as (
    select
        *,
        coalesce(project_kind, '') as kind,
        cast(submitted_fen - approved_fen as double) / submitted_fen as cut
    from construction_settlements
    where submitted_fen > 0 and approved_fen is not null
),

fences as (
    select
        kind,
        quantile_cont(cut, 0.75)
        + $multiple * (quantile_cont(cut, 0.75) - quantile_cont(cut, 0.25)) as fence
    from cuts
    group by kind
    having count(*) >= $least_count
)
select
    settlement_code,
    project_code,
    project_name,
    project_kind,
    builder_name,
    contractor_name,
    reviewer_name,
    submitted_fen,
    approved_fen,
    submitted_fen - approved_fen as cut_fen,
    round(cut, 4) as cut_rate,
    round(fence, 4) as fence_rate,
    submitted_fen = approved_fen and submitted_fen > $uncut_fen as is_uncut
from cuts
left join fences on cuts.kind = fences.kind
where cut > fence or (submitted_fen = approved_fen and submitted_fen > $uncut_fen)
/*
[[flagged]]
why = { zh = "八条道路都核减百分之几，其中一条核减一半", en = "among eight roads cut by a few per cent one is cut by half" }
construction_settlements = [
    { settlement_code = "1", project_kind = "道路", submitted_fen = 100, approved_fen = 95 },
    { settlement_code = "2", project_kind = "道路", submitted_fen = 100, approved_fen = 94 },
    { settlement_code = "3", project_kind = "道路", submitted_fen = 100, approved_fen = 93 },
    { settlement_code = "4", project_kind = "道路", submitted_fen = 100, approved_fen = 95 },
    { settlement_code = "5", project_kind = "道路", submitted_fen = 100, approved_fen = 94 },
    { settlement_code = "6", project_kind = "道路", submitted_fen = 100, approved_fen = 96 },
    { settlement_code = "7", project_kind = "道路", submitted_fen = 100, approved_fen = 95 },
    { settlement_code = "8", project_kind = "道路", submitted_fen = 100, approved_fen = 50 },
]
rows = [{ settlement_code = "8", cut_rate = 0.5, cut_fen = 50, is_uncut = false }]

[[flagged]]
why = { zh = "一千二百万元没有任何核减", en = "nothing is cut from twelve million yuan" }
construction_settlements = [{ settlement_code = "1", submitted_fen = 1200000000, approved_fen = 1200000000 }]
rows = [{ settlement_code = "1", is_uncut = true }]

[[clean]]
why = { zh = "正好一千万元，没有超过一千万元", en = "exactly ten million yuan are not more than ten million" }
construction_settlements = [{ settlement_code = "1", submitted_fen = 1000000000, approved_fen = 1000000000 }]

[[clean]]
why = { zh = "两项结算说明不了分布", en = "two settlements are no distribution" }
construction_settlements = [
    { settlement_code = "1", project_kind = "桥梁", submitted_fen = 100, approved_fen = 95 },
    { settlement_code = "2", project_kind = "桥梁", submitted_fen = 100, approved_fen = 50 },
]

[[skipped]]
why = { zh = "仍在审核", en = "still under review" }
construction_settlements = [{ settlement_code = "1", submitted_fen = 100 }]
*/
