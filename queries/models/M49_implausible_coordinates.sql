/*
code = "M49"
version = 1
title = { zh = "坐标颠倒、为零或符号丢失", en = "Coordinates swapped, zero or without their sign" }
risk = { zh = "坐标是随手填的，项目位置无法核实；也可能掩盖重复申报。", en = "The coordinates were made up in passing; the site cannot be checked, which may hide a second application." }
logic = { zh = "项目落在本级各区县以外，并且：坐标有一个为零；或者经纬度对调以后落在区县以内；或者改正符号以后落在区县以内。一个项目一条，给出改正后的位置。", en = "The project lies outside all districts and one coordinate is zero, or it would lie inside with axes exchanged, or with its sign put right. One row a project, with the place where it would be." }
exclusions = { zh = "没有坐标的不判断；落在区县以外而没有这几种原因的见 M48。", en = "Rows without coordinates are not judged; what lies outside for none of these reasons is that of M48." }
severity = "low"
sector = "investment"
method = "spatial"
key = ["project_code"]
summary = { zh = "[坐标{longitude}，{latitude}：]{reason}", en = "[Coordinates {longitude}, {latitude}: ]{reason}" }
entity = { kind = "project", id = "project_code", name = "project_name" }
parties = [{ kind = "unit", id = "builder_name" }]
group = "reason"
picture = { kind = "map", shape = "remedied_shape", label = "project_name" }

[requires.investment_projects]
columns = ["project_code", "project_name", "geometry"]

[derived.landings]
by = "plausibility"
of = "investment_projects"
layers = ["districts"]

[params.has_zeros]
title = { zh = "坐标为零的", en = "Coordinates that are zero" }
type = "choice"
default = "list"
choices = { list = { zh = "列出", en = "list them" }, pass = { zh = "不列", en = "let them pass" } }
basis = { zh = "有的系统用零表示没有坐标；由使用者设定", en = "Some systems write zero for no coordinates; for the user to set" }

[[basis]]
law = "政府投资条例"
article = "第二十八条"
is_checked = false

[[skips]]
of = "investment_projects"
where = "geometry is null"
why = { zh = "没有图形或坐标", en = "No shape or coordinates" }

[columns]
project_code = "investment_projects.project_code"
project_name = "investment_projects.project_name"
builder_name = "investment_projects.builder_name"
longitude = "investment_projects.longitude"
latitude = "investment_projects.latitude"
reason = { title = { zh = "可能的原因", en = "Likely reason" }, type = "text", words = { swapped = { zh = "经纬度颠倒", en = "latitude and longitude swapped" }, zero = { zh = "坐标为零", en = "a coordinate is zero" }, sign = { zh = "符号丢失", en = "the sign was lost" } } }
shape = { source = "investment_projects.geometry", type = "shape", title = { zh = "填报的图形", en = "Shape as written" } }
remedied_shape = { title = { zh = "改正后的图形", en = "Shape put right" }, type = "shape" }

[[evidence]]
of = "investment_projects"
where = "project_code = $project_code"
marks = ["longitude", "latitude", "geometry"]
*/
select
    p.project_code,
    p.project_name,
    p.builder_name,
    p.longitude,
    p.latitude,
    d.reason,
    p.geometry as shape,
    d.remedied_shape
from landings as d
join investment_projects as p on p.project_code = d.project_code
where d.reason in ('swapped', 'sign') or (d.reason = 'zero' and $has_zeros = 'list')
/*
[[flagged]]
why = { zh = "纬度写在前面", en = "latitude first" }
layers = [{ kind = "districts", layer = "区县", code = "990102", name = "甲区", geometry = "POLYGON ((123.4 30.2, 123.5 30.2, 123.5 30.3, 123.4 30.3, 123.4 30.2))" }]
investment_projects = [{ project_code = "A", project_name = "第一小学", longitude = 30.25, latitude = 123.45, geometry = "POINT (30.25 123.45)" }]
rows = [{ project_code = "A", reason = "swapped", remedied_shape = "POINT (123.45 30.25)" }]

[[flagged]]
why = { zh = "经度的符号错误，另一个没有坐标只有零", en = "the sign of the longitude is wrong, and another has no coordinates but zeros" }
layers = [{ kind = "districts", layer = "区县", code = "990102", name = "甲区", geometry = "POLYGON ((123.4 30.2, 123.5 30.2, 123.5 30.3, 123.4 30.3, 123.4 30.2))" }]
investment_projects = [
    { project_code = "A", project_name = "第一小学", geometry = "POINT (-123.45 30.25)" },
    { project_code = "B", project_name = "第二小学", geometry = "POINT (0 0)" },
]
rows = [{ project_code = "A", reason = "sign", remedied_shape = "POINT (123.45 30.25)" }, { project_code = "B", reason = "zero", remedied_shape = "None" }]

[[clean]]
why = { zh = "在范围之内；在范围之外但不是这些原因", en = "inside; and outside for none of these reasons" }
layers = [{ kind = "districts", layer = "区县", code = "990102", name = "甲区", geometry = "POLYGON ((123.4 30.2, 123.5 30.2, 123.5 30.3, 123.4 30.3, 123.4 30.2))" }]
investment_projects = [
    { project_code = "A", project_name = "第一小学", geometry = "POINT (123.45 30.25)" },
    { project_code = "B", project_name = "第二小学", geometry = "POINT (124.45 30.25)" },
]

[[clean]]
why = { zh = "零表示没有坐标", en = "zeros stand for no coordinates" }
params = { has_zeros = "pass" }
layers = [{ kind = "districts", layer = "区县", code = "990102", name = "甲区", geometry = "POLYGON ((123.4 30.2, 123.5 30.2, 123.5 30.3, 123.4 30.3, 123.4 30.2))" }]
investment_projects = [{ project_code = "B", project_name = "第二小学", geometry = "POINT (0 0)" }]

[[skipped]]
why = { zh = "没有坐标", en = "no coordinates" }
layers = [{ kind = "districts", layer = "区县", code = "990102", name = "甲区", geometry = "POLYGON ((123.4 30.2, 123.5 30.2, 123.5 30.3, 123.4 30.3, 123.4 30.2))" }]
investment_projects = [{ project_code = "A", project_name = "第一小学" }]
*/
