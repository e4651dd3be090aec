/*
code = "M35"
version = 1
title = { zh = "项目占用受保护土地", en = "Projects on protected land" }
risk = { zh = "项目占用永久基本农田、突破生态保护红线，违法用地难以恢复。", en = "Permanent basic farmland is built over, the ecological red line crossed; the land can hardly be restored." }
logic = { zh = "项目图形与受保护范围（已安装的生态保护红线、永久基本农田、其他保护范围图层，以及上传的地块数据）共有的面积超过规定公顷数；线状项目看落在范围以内的长度，点状项目看是否落在范围以内。一个项目一块保护范围一条。", en = "The project's shape shares more than the given hectares with protected land (the installed layers of the ecological red line, permanent basic farmland and other protected areas, and areas that were uploaded); of lines the length inside counts, a point lies inside or not. One row for a project and a protected area." }
exclusions = { zh = "只碰到边界的不算；依法批准占用的由使用者核实后排除；没有图形的不判断。", en = "What only touches the border does not count; land that was lawfully approved is for the user to check; projects without a shape are not judged." }
severity = "high"
sector = "environment"
method = "spatial"
key = ["project_code", "area_kind", "area_layer", "area_code"]
summary = { zh = "与{area_words}“{area_name}”（{area_code}）重叠：[{shared_ha}公顷，][{shared_m}米，]占项目的{shared_rate}", en = "Lies on {area_words} “{area_name}” ({area_code}): [{shared_ha} ha, ][{shared_m} m, ]{shared_rate} of the project" }
entity = { kind = "project", id = "project_code", name = "project_name" }
parties = [{ kind = "unit", id = "builder_name" }]
group = "area_words"
picture = { kind = "map", shape = "shape", other = "shared_shape", label = "project_name", value = "shared_ha" }

[requires.investment_projects]
columns = ["project_code", "project_name", "geometry"]

[requires.land_parcels]
columns = ["parcel_code", "geometry"]
is_optional = true

[derived.shared]
by = "overlap"
of = "investment_projects"
to = "land_parcels"
layers = ["redline", "farmland", "protected"]

[params.least_ha]
title = { zh = "重叠面积起点", en = "Hectares at least" }
type = "number"
default = 0.0001
least = 0
unit = { zh = "公顷", en = "ha" }
basis = { zh = "有重叠即列出；1 平方米以下是坐标取位造成的。边界较粗的由使用者调高", en = "Any overlap is listed; less than a square metre comes of rounded coordinates; more where borders are coarse" }

[params.least_m]
title = { zh = "线状项目落在范围内的长度起点", en = "Metres of lines at least" }
type = "whole"
default = 1
least = 0
unit = { zh = "米", en = "m" }
basis = { zh = "有重叠即列出；1 米以下是坐标取位造成的。边界较粗的由使用者调高", en = "Any overlap is listed; less than a metre comes of rounded coordinates; more where borders are coarse" }

[params.parcels]
title = { zh = "上传的地块中算受保护的用途", en = "Uses of uploaded parcels that are protected" }
type = "text"
default = "红线|基本农田|保护区|水源地|林地"
basis = { zh = "地类名称含有其中之一的地块；由使用者设定", en = "Parcels whose use names one of them; for the user to set" }

[[basis]]
law = "土地管理法"
article = "第三十五条"
is_checked = false

[[basis]]
law = "基本农田保护条例"
article = "第十五条"
is_checked = false

[[skips]]
of = "investment_projects"
where = "geometry is null"
why = { zh = "没有图形或坐标", en = "No shape or coordinates" }

[[skips]]
of = "land_parcels"
where = "geometry is null and regexp_matches(coalesce(land_use, ''), $parcels)"
why = { zh = "受保护的地块没有图形", en = "A protected parcel without a shape" }

[columns]
project_code = "investment_projects.project_code"
project_name = "investment_projects.project_name"
builder_name = "investment_projects.builder_name"
area_kind = { title = { zh = "范围来源", en = "Where the area is from" }, type = "text", words = { redline = { zh = "生态保护红线图层", en = "layer of the ecological red line" }, farmland = { zh = "永久基本农田图层", en = "layer of permanent basic farmland" }, protected = { zh = "其他保护范围图层", en = "layer of other protected areas" }, dataset = { zh = "上传的地块", en = "uploaded parcels" } } }
area_words = { title = { zh = "范围类别", en = "Kind of area" }, type = "text", words = { "生态保护红线" = "ecological red line", "永久基本农田" = "permanent basic farmland", "其他保护范围" = "other protected area", "地块" = "parcel" } }
area_layer = { title = { zh = "图层", en = "Layer" }, type = "text" }
area_code = { title = { zh = "范围编号", en = "Code of the area" }, type = "text" }
area_name = { title = { zh = "范围名称", en = "Name of the area" }, type = "text" }
shared_ha = { title = { zh = "重叠面积（公顷）", en = "Shared in ha" }, type = "decimal" }
shared_m = { title = { zh = "重叠长度（米）", en = "Shared in m" }, type = "decimal" }
shared_rate = { title = { zh = "占项目的比例", en = "Share of the project" }, type = "rate" }
budget_fen = "investment_projects.budget_fen"
shape = { source = "investment_projects.geometry", type = "shape", title = { zh = "图形", en = "Shape" } }
shared_shape = { title = { zh = "重叠部分", en = "What both have" }, type = "shape" }

[[evidence]]
of = "investment_projects"
where = "project_code = $project_code"
marks = ["approved_site", "actual_site", "declared_area_m2"]

[[evidence]]
of = "land_parcels"
where = "parcel_code = $area_code and $area_kind = 'dataset'"
marks = ["land_use", "area_square_metres"]
*/
select
    p.project_code,
    p.project_name,
    p.builder_name,
    o.area_kind,
    case o.area_kind
        when 'redline' then '生态保护红线'
        when 'farmland' then '永久基本农田'
        when 'protected' then '其他保护范围'
        else coalesce(l.land_use, '地块')
    end as area_words,
    o.area_layer,
    o.area_code,
    coalesce(l.parcel_name, o.area_name) as area_name,
    case when o.shared_ha > 0 then round(cast(o.shared_ha as decimal(18, 6)), 4) end as shared_ha,
    case when o.shared_m > 0 then round(cast(o.shared_m as decimal(18, 4)), 1) end as shared_m,
    cast(o.shared_rate as decimal(9, 6)) as shared_rate,
    p.budget_fen,
    p.geometry as shape,
    o.shared_shape
from shared as o
join investment_projects as p on p.project_code = o.project_code
left join land_parcels as l on o.area_kind = 'dataset' and l.parcel_code = o.area_code
where
    (o.shared_ha > $least_ha or o.shared_m > $least_m or (o.shared_ha = 0 and o.shared_m = 0))
    and (o.area_kind <> 'dataset' or regexp_matches(coalesce(l.land_use, ''), $parcels))
/*
[[flagged]]
why = { zh = "地块有一半伸入红线", en = "a plot that reaches into the red line by half" }
layers = [{ kind = "redline", layer = "红线", code = "HX1", name = "西山", geometry = "POLYGON ((123.501 30.29, 123.6 30.29, 123.6 30.31, 123.501 30.31, 123.501 30.29))" }]
investment_projects = [{ project_code = "A", project_name = "度假村", geometry = "POLYGON ((123.5 30.3, 123.502 30.3, 123.502 30.302, 123.5 30.302, 123.5 30.3))" }]
rows = [{ project_code = "A", area_words = "生态保护红线", area_code = "HX1", shared_ha = 2.1329, shared_rate = 0.5 }]

[[flagged]]
why = { zh = "962米的道路在上传的永久基本农田图斑内", en = "a road of 962 m lies within an uploaded parcel of basic farmland" }
land_parcels = [
    { parcel_code = "D1", parcel_name = "一号图斑", land_use = "永久基本农田", geometry = "POLYGON ((123.4 30.2, 123.6 30.2, 123.6 30.4, 123.4 30.4, 123.4 30.2))" },
    { parcel_code = "D2", parcel_name = "二号图斑", land_use = "住宅用地", geometry = "POLYGON ((123.4 30.2, 123.6 30.2, 123.6 30.4, 123.4 30.4, 123.4 30.2))" },
]
investment_projects = [{ project_code = "A", project_name = "示范路", geometry = "LINESTRING (123.5 30.3, 123.51 30.3)" }]
rows = [{ project_code = "A", area_words = "永久基本农田", area_code = "D1", shared_m = 962, shared_rate = 1 }]

[[flagged]]
why = { zh = "一个点在保护区内，没有面积和长度", en = "a point in a protected area has neither hectares nor metres" }
layers = [{ kind = "protected", layer = "保护区", code = "B1", name = "湿地", geometry = "POLYGON ((123.4 30.2, 123.6 30.2, 123.6 30.4, 123.4 30.4, 123.4 30.2))" }]
investment_projects = [{ project_code = "B", project_name = "泵站", geometry = "POINT (123.5 30.3)" }]
rows = [{ project_code = "B", area_words = "其他保护范围", area_code = "B1", shared_rate = 1 }]

[[clean]]
why = { zh = "只与边界相接", en = "it touches the border only" }
layers = [{ kind = "farmland", layer = "基本农田", code = "N1", name = "东片", geometry = "POLYGON ((123.502 30.29, 123.6 30.29, 123.6 30.31, 123.502 30.31, 123.502 30.29))" }]
investment_projects = [{ project_code = "A", project_name = "厂房", geometry = "POLYGON ((123.5 30.3, 123.502 30.3, 123.502 30.302, 123.5 30.302, 123.5 30.3))" }]

[[clean]]
why = { zh = "按坐标最后一位才落在其中", en = "it lies in it by the last digit of a coordinate" }
layers = [{ kind = "farmland", layer = "基本农田", code = "N1", name = "东片", geometry = "POLYGON ((123.50199999 30.29, 123.6 30.29, 123.6 30.31, 123.50199999 30.31, 123.50199999 30.29))" }]
investment_projects = [{ project_code = "A", project_name = "厂房", geometry = "POLYGON ((123.5 30.3, 123.502 30.3, 123.502 30.302, 123.5 30.302, 123.5 30.3))" }]

[[clean]]
why = { zh = "少于本次运行设定的公顷数", en = "less than the hectares of the run" }
params = { least_ha = 2.2 }
layers = [{ kind = "redline", layer = "红线", code = "HX1", name = "西山", geometry = "POLYGON ((123.501 30.29, 123.6 30.29, 123.6 30.31, 123.501 30.31, 123.501 30.29))" }]
investment_projects = [{ project_code = "A", project_name = "度假村", geometry = "POLYGON ((123.5 30.3, 123.502 30.3, 123.502 30.302, 123.5 30.302, 123.5 30.3))" }]

[[skipped]]
why = { zh = "没有图形", en = "no shape" }
layers = [{ kind = "redline", layer = "红线", code = "HX1", name = "西山", geometry = "POLYGON ((123.501 30.29, 123.6 30.29, 123.6 30.31, 123.501 30.31, 123.501 30.29))" }]
investment_projects = [{ project_code = "A", project_name = "度假村" }]

[[skipped]]
why = { zh = "提供的永久基本农田图斑没有图形", en = "a parcel of basic farmland was delivered without its shape" }
land_parcels = [{ parcel_code = "D1", land_use = "永久基本农田" }]
investment_projects = [{ project_code = "B", project_name = "泵站", geometry = "POINT (123.5 30.3)" }]
*/
