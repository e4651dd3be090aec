/*
code = "M51"
version = 1
title = { zh = "申报长度或面积与图形不符", en = "Declared length or area against the shape" }
risk = { zh = "多报长度、多报面积，按量计价的工程款随之多付。", en = "Length or area declared too large, and works that are paid by the metre are paid too much." }
logic = { zh = "线状项目的申报长度与图形长度之差，面状项目的申报面积与图形面积之差，超过申报数的规定比例。长度、面积都在米制投影下量。一个项目一条；金额为概算乘以多报比例，少报的没有金额。", en = "The declared length of a line, or the declared area of an area, differs from that of the shape by more than the given share of what was declared. Both are measured in a metre projection. One row a project; the amount is the budget times the share declared too much, empty where too little was declared." }
exclusions = { zh = "点状项目、没有图形的、没有申报长度或面积的不判断。", en = "Points, projects without a shape, and those that declare neither length nor area are not judged." }
severity = "medium"
sector = "investment"
method = "spatial"
key = ["project_code"]
summary = { zh = "申报{declared}{unit}，图形{measured}{unit}，相差{difference_rate}", en = "Declared {declared} {unit}, by the shape {measured} {unit}, {difference_rate} apart" }
entity = { kind = "project", id = "project_code", name = "project_name" }
parties = [{ kind = "unit", id = "builder_name" }, { kind = "company", id = "contractor_name" }]
amount = "amount_fen"
group = "builder_name"
picture = { kind = "map", shape = "shape", label = "project_name", value = "amount_fen" }

[requires.investment_projects]
columns = ["project_code", "project_name", "geometry"]

[derived.measures]
by = "measure"
of = "investment_projects"

[params.most_difference]
title = { zh = "允许相差比例", en = "Difference allowed" }
type = "rate"
default = 0.1
least = 0
most = 5
basis = { zh = "测量与制图误差远小于此；由使用者设定", en = "Far above what surveying and drawing are off by; for the user to set" }

[[basis]]
law = "政府投资条例"
article = "第二十一条"
is_checked = true

[[skips]]
of = "investment_projects"
where = "geometry is null"
why = { zh = "没有图形或坐标", en = "No shape or coordinates" }

[[skips]]
of = "measures"
where = "shape_kind = 'point'"
why = { zh = "只有一个点，量不出长度或面积", en = "A point has neither length nor area" }

[[skips]]
of = "investment_projects"
where = "geometry is not null and coalesce(declared_length_m, declared_area_m2) is null"
why = { zh = "没有申报长度或面积", en = "Neither length nor area was declared" }

[columns]
project_code = "investment_projects.project_code"
project_name = "investment_projects.project_name"
declared = { title = { zh = "申报数", en = "Declared" }, type = "decimal" }
measured = { title = { zh = "图形数", en = "By the shape" }, type = "decimal" }
unit = { title = { zh = "单位", en = "Unit" }, type = "text", words = { "米" = "m", "平方米" = "m²" } }
difference_rate = { title = { zh = "相差比例", en = "Difference" }, type = "rate" }
is_too_much = { title = { zh = "是否多报", en = "Declared too much" }, type = "flag" }
amount_fen = { title = { zh = "多报部分的概算", en = "Budget of what is too much" }, type = "money" }
builder_name = "investment_projects.builder_name"
contractor_name = "investment_projects.contractor_name"
shape = { source = "investment_projects.geometry", type = "shape", title = { zh = "图形", en = "Shape" } }

[[evidence]]
of = "investment_projects"
where = "project_code = $project_code"
marks = ["declared_length_m", "declared_area_m2", "approved_scope", "budget_fen"]
*/
with sizes as (
    select
        p.*,
        case m.shape_kind when 'line' then p.declared_length_m else p.declared_area_m2 end as declared,
        cast(case m.shape_kind when 'line' then m.length_m else m.area_m2 end as decimal(18, 4)) as measured,
        case m.shape_kind when 'line' then '米' else '平方米' end as unit
    from measures as m
    join investment_projects as p on p.project_code = m.project_code
    where m.shape_kind <> 'point'
)

select
    project_code,
    project_name,
    declared,
    round(measured, 1) as measured,
    unit,
    cast(abs(declared - measured) / declared as decimal(18, 6)) as difference_rate,
    declared > measured as is_too_much,
    case
        when declared > measured
            then cast(round(coalesce(budget_fen, estimate_fen) * (declared - measured) / declared) as bigint)
    end as amount_fen,
    builder_name,
    contractor_name,
    geometry as shape
from sizes
where declared > 0 and abs(declared - measured) > declared * $most_difference
/*
[[flagged]]
why = { zh = "962米的道路申报为1200米：多报五分之一", en = "a road of 962 m declared with 1,200 m: a fifth too much" }
investment_projects = [{ project_code = "A", project_name = "示范路", budget_fen = 120000, declared_length_m = 1200, geometry = "LINESTRING (123.5 30.3, 123.51 30.3)" }]
rows = [{ project_code = "A", declared = 1200, measured = 962, unit = "米", difference_rate = 0.198354, is_too_much = true, amount_fen = 23802 }]

[[flagged]]
why = { zh = "4.3公顷的公园申报为2公顷：少报", en = "a park of 4.3 ha declared with 2 ha: too little" }
investment_projects = [{ project_code = "A", project_name = "示范公园", budget_fen = 120000, declared_area_m2 = 20000, geometry = "POLYGON ((123.5 30.3, 123.502 30.3, 123.502 30.302, 123.5 30.302, 123.5 30.3))" }]
rows = [{ project_code = "A", measured = 42657.7, unit = "平方米", is_too_much = false }]

[[clean]]
why = { zh = "相差十分之一，允许", en = "a tenth off is allowed" }
investment_projects = [{ project_code = "A", project_name = "示范路", declared_length_m = 1058, geometry = "LINESTRING (123.5 30.3, 123.51 30.3)" }]

[[skipped]]
why = { zh = "没有图形", en = "no shape" }
investment_projects = [{ project_code = "A", project_name = "示范路", declared_length_m = 1200 }]

[[skipped]]
why = { zh = "一个点", en = "a point" }
investment_projects = [{ project_code = "A", project_name = "示范路", declared_length_m = 1200, geometry = "POINT (123.5 30.3)" }]

[[skipped]]
why = { zh = "没有申报", en = "nothing was declared" }
investment_projects = [{ project_code = "A", project_name = "示范路", geometry = "LINESTRING (123.5 30.3, 123.51 30.3)" }]
*/
