/*
code = "M48"
version = 1
title = { zh = "项目位置不在申报的区县", en = "Project outside its declared district" }
risk = { zh = "项目建在别处：异地建设、多头申报，或者坐标填错，位置不可信。", en = "The project stands elsewhere: another site, a second application, or coordinates that cannot be trusted." }
logic = { zh = "项目图形落在申报的行政区划以内的部分（面积、长度，点为全部或没有）低于规定比例，并且离申报区划的边界超过容差。申报到市的，与全市各区县的合并范围比较。图形按 GCJ-02 或 BD-09 还原后落回申报区划的，注明可能的坐标系。一个项目一条。", en = "Less than the given share of the project's shape (area, length, of a point all or nothing) lies in the declared district, and it is further from its border than the tolerance. A declared city stands for all its districts. Where the shape would come home if it were in GCJ-02 or BD-09, this is said. One row a project." }
exclusions = { zh = "没有图形、没有申报区划、申报的区划没有边界图层的项目不判断；经纬度颠倒、为零、符号丢失的见 M49。", en = "Projects without a shape, without a declared district, or whose district has no boundary are not judged; swapped axes, zeros and lost signs are those of M49." }
severity = "medium"
sector = "investment"
method = "spatial"
key = ["project_code"]
summary = { zh = "申报在{declared_name}（{region_code}），实际落在{district_name}；在申报区划内的部分{inside_rate}[，相距{outside_m}米][；坐标像是 {likely_system}]", en = "Declared in {declared_name} ({region_code}), lies in {district_name}; {inside_rate} of it inside[, {outside_m} m away][; the coordinates look like {likely_system}]" }
entity = { kind = "project", id = "project_code", name = "project_name" }
parties = [{ kind = "unit", id = "builder_name" }, { kind = "company", id = "contractor_name" }]
amount = "budget_fen"
group = "declared_name"
picture = { kind = "map", shape = "shape", other = "declared_shape", label = "project_name", value = "budget_fen" }

[requires.investment_projects]
columns = ["project_code", "project_name", "region_code", "geometry"]

[derived.places]
by = "district"
of = "investment_projects"
code = "region_code"
layers = ["districts"]

[derived.landings]
by = "plausibility"
of = "investment_projects"
layers = ["districts"]

[params.least_inside]
title = { zh = "在申报区划内的比例下限", en = "Least share inside" }
type = "rate"
default = 0.5
least = 0
most = 1
basis = { zh = "道路、河道常跨区县；过半在申报区划以内的不列，由使用者设定", en = "Roads and rivers often cross borders; what lies inside by half is let pass; for the user to set" }

[params.tolerance]
title = { zh = "边界容差", en = "Tolerance at the border" }
type = "whole"
default = 0
least = 0
most = 5000
unit = { zh = "米", en = "m" }
basis = { zh = "界外即列出；边界数据或坐标较粗、误差有几十米的，由使用者调高", en = "Whatever lies outside is listed; more where boundaries or coordinates are off by some ten metres; for the user to set" }

[[basis]]
law = "政府投资条例"
article = "第二十一条"
is_checked = true

[[skips]]
of = "investment_projects"
where = "geometry is null"
why = { zh = "没有图形或坐标", en = "No shape or coordinates" }

[[skips]]
of = "investment_projects"
where = "geometry is not null and region_code is null"
why = { zh = "没有申报的行政区划", en = "No district was declared" }

[[skips]]
of = "places"
where = "not is_known"
why = { zh = "申报的行政区划没有边界图层", en = "The declared district has no boundary" }

[columns]
project_code = "investment_projects.project_code"
project_name = "investment_projects.project_name"
region_code = "investment_projects.region_code"
declared_name = { title = { zh = "申报区划", en = "Declared district" }, type = "text" }
district_code = { title = { zh = "实际区划代码", en = "Code of the district it lies in" }, type = "text" }
district_name = { title = { zh = "实际区划", en = "District it lies in" }, type = "text", words = { "各区县以外" = "outside all districts" } }
inside_rate = { title = { zh = "在申报区划内的比例", en = "Share inside" }, type = "rate" }
outside_m = { title = { zh = "离申报区划（米）", en = "Away in m" }, type = "decimal" }
likely_system = { title = { zh = "坐标像是", en = "Coordinates look like" }, type = "text" }
budget_fen = "investment_projects.budget_fen"
builder_name = "investment_projects.builder_name"
contractor_name = "investment_projects.contractor_name"
shape = { source = "investment_projects.geometry", type = "shape", title = { zh = "图形", en = "Shape" } }
declared_shape = { title = { zh = "申报区划的范围", en = "The declared district" }, type = "shape" }

[[evidence]]
of = "investment_projects"
where = "project_code = $project_code"
marks = ["region_code", "region_name", "longitude", "latitude"]
*/
select
    p.project_code,
    p.project_name,
    p.region_code,
    coalesce(d.declared_name, p.region_name, p.region_code) as declared_name,
    d.district_code,
    coalesce(d.district_name, '各区县以外') as district_name,
    cast(d.inside_rate as decimal(9, 6)) as inside_rate,
    case when d.outside_m > 0 then round(cast(d.outside_m as decimal(18, 4)), 1) end as outside_m,
    case d.reason when 'gcj02' then 'GCJ-02' when 'bd09' then 'BD-09' end as likely_system,
    p.budget_fen,
    p.builder_name,
    p.contractor_name,
    p.geometry as shape,
    d.declared_shape
from places as d
join investment_projects as p on p.project_code = d.project_code
join landings as c on c.project_code = d.project_code
where
    d.is_known
    and c.reason not in ('swapped', 'zero', 'sign')
    and d.inside_rate < $least_inside
    and coalesce(d.outside_m >= case when d.inside_rate > 0 then 0 else $tolerance end, true)
/*
[[flagged]]
why = { zh = "学校在申报区县以东482米", en = "the school lies 482 m east of the district it was declared in" }
layers = [
    { kind = "districts", layer = "区县", code = "990102", name = "甲区", geometry = "POLYGON ((123.4 30.2, 123.5 30.2, 123.5 30.3, 123.4 30.3, 123.4 30.2))" },
    { kind = "districts", layer = "区县", code = "990103", name = "乙区", geometry = "POLYGON ((123.5 30.2, 123.6 30.2, 123.6 30.3, 123.5 30.3, 123.5 30.2))" },
]
investment_projects = [{ project_code = "A", project_name = "第一小学", region_code = "990102", geometry = "POINT (123.505 30.25)" }]
rows = [{ project_code = "A", declared_name = "甲区", district_name = "乙区", inside_rate = 0, outside_m = 481.2 }]

[[flagged]]
why = { zh = "道路五分之一在申报的区县，其余在各区县之外", en = "a fifth of the road lies in the declared district, the rest outside of all" }
layers = [{ kind = "districts", layer = "区县", code = "990102", name = "甲区", geometry = "POLYGON ((123.4 30.2, 123.5 30.2, 123.5 30.3, 123.4 30.3, 123.4 30.2))" }]
investment_projects = [{ project_code = "A", project_name = "示范路", region_code = "990102", geometry = "LINESTRING (123.48 30.25, 123.58 30.25)" }]
rows = [{ project_code = "A", district_name = "各区县以外", inside_rate = 0.199999 }]

[[clean]]
why = { zh = "道路大部分在申报的区县", en = "most of the road lies in the declared district" }
layers = [
    { kind = "districts", layer = "区县", code = "990102", name = "甲区", geometry = "POLYGON ((123.4 30.2, 123.5 30.2, 123.5 30.3, 123.4 30.3, 123.4 30.2))" },
    { kind = "districts", layer = "区县", code = "990103", name = "乙区", geometry = "POLYGON ((123.5 30.2, 123.6 30.2, 123.6 30.3, 123.5 30.3, 123.5 30.2))" },
]
investment_projects = [{ project_code = "A", project_name = "示范路", region_code = "990102", geometry = "LINESTRING (123.45 30.25, 123.52 30.25)" }]

[[clean]]
why = { zh = "申报的是全市", en = "the whole city was declared" }
layers = [
    { kind = "districts", layer = "区县", code = "990102", name = "甲区", geometry = "POLYGON ((123.4 30.2, 123.5 30.2, 123.5 30.3, 123.4 30.3, 123.4 30.2))" },
    { kind = "districts", layer = "区县", code = "990103", name = "乙区", geometry = "POLYGON ((123.5 30.2, 123.6 30.2, 123.6 30.3, 123.5 30.3, 123.5 30.2))" },
]
investment_projects = [{ project_code = "A", project_name = "第一小学", region_code = "990100", geometry = "POINT (123.505 30.25)" }]

[[clean]]
why = { zh = "越界29米，在容差之内", en = "29 m over the border, within the tolerance" }
params = { tolerance = 50 }
layers = [{ kind = "districts", layer = "区县", code = "990102", name = "甲区", geometry = "POLYGON ((123.4 30.2, 123.5 30.2, 123.5 30.3, 123.4 30.3, 123.4 30.2))" }]
investment_projects = [{ project_code = "A", project_name = "第一小学", region_code = "990102", geometry = "POINT (123.5003 30.25)" }]

[[clean]]
why = { zh = "坐标颠倒：属于 M49", en = "axes swapped: that of M49" }
layers = [{ kind = "districts", layer = "区县", code = "990102", name = "甲区", geometry = "POLYGON ((123.4 30.2, 123.5 30.2, 123.5 30.3, 123.4 30.3, 123.4 30.2))" }]
investment_projects = [{ project_code = "A", project_name = "第一小学", region_code = "990102", geometry = "POINT (30.25 123.45)" }]

[[skipped]]
why = { zh = "没有申报区县", en = "no district was declared" }
layers = [{ kind = "districts", layer = "区县", code = "990102", name = "甲区", geometry = "POLYGON ((123.4 30.2, 123.5 30.2, 123.5 30.3, 123.4 30.3, 123.4 30.2))" }]
investment_projects = [{ project_code = "A", project_name = "第一小学", geometry = "POINT (123.505 30.25)" }]

[[skipped]]
why = { zh = "没有坐标", en = "no coordinates" }
layers = [{ kind = "districts", layer = "区县", code = "990102", name = "甲区", geometry = "POLYGON ((123.4 30.2, 123.5 30.2, 123.5 30.3, 123.4 30.3, 123.4 30.2))" }]
investment_projects = [{ project_code = "A", project_name = "第一小学", region_code = "990102" }]

[[skipped]]
why = { zh = "没有图层包含申报的区县", en = "no layer has the declared district" }
layers = [{ kind = "districts", layer = "区县", code = "990102", name = "甲区", geometry = "POLYGON ((123.4 30.2, 123.5 30.2, 123.5 30.3, 123.4 30.3, 123.4 30.2))" }]
investment_projects = [{ project_code = "A", project_name = "第一小学", region_code = "990999", geometry = "POINT (123.505 30.25)" }]
*/
