/*
code = "M36"
version = 1
title = { zh = "居民小区附近没有公共设施", en = "Residential areas without a facility nearby" }
risk = { zh = "民生设施布局留有空白，建设资金没有用到需要的地方；或者设施只在台账上有。", en = "Public services leave gaps, money went where it was less needed, or a facility exists on paper only." }
logic = { zh = "小区到最近一处在用的该类设施的距离超过规定米数。距离按图形边缘的直线量。一个小区一条。", en = "The nearest facility of the kind that is in use is further from the residential area than the given metres, in a straight line from edge to edge. One row for a residential area." }
exclusions = { zh = "停用的设施、没有位置的设施不算；没有位置的小区不判断。步行距离比直线长，结果偏宽。", en = "Facilities that are closed or have no place do not count; residential areas without a place are not judged. The way on foot is longer than a straight line." }
severity = "medium"
sector = "environment"
method = "spatial"
key = ["area_code", "facility_kind"]
summary = { zh = "[最近的{facility_kind}是“{facility_name}”，相距{distance_m}米][{nothing_within}米以内没有{facility_kind}][，涉及{household_count}户]", en = "[The nearest {facility_kind} is “{facility_name}”, {distance_m} m away][No {facility_kind} within {nothing_within} m][; {household_count} households]" }
entity = { kind = "record", id = "area_code", name = "area_name" }
parties = [{ kind = "unit", id = "operator_name" }]
group = "region_name"
picture = { kind = "map", shape = "shape", other = "facility_shape", label = "area_name", value = "household_count" }

[requires.residential_areas]
columns = ["area_code", "area_name", "geometry"]

[requires.facilities]
columns = ["facility_code", "facility_kind", "geometry"]

[derived.nearest]
by = "near"
of = "residential_areas"
to = "facilities"
within = "$search"

[params.facility_kind]
title = { zh = "设施类别", en = "Kind of facility" }
type = "text"
default = "养老服务"
basis = { zh = "按审计事项选，写法与数据里的设施类别相同", en = "By what is audited, written as in the data" }

[params.distance]
title = { zh = "距离上限", en = "Distance at most" }
type = "whole"
default = 500
least = 0
most = 50000
unit = { zh = "米", en = "m" }
basis = { zh = "公开的审计案例取 500 米；各类设施的规划标准不同", en = "A published audit takes 500 m; standards differ by facility" }

[params.search]
title = { zh = "查找最近设施的范围", en = "How far the nearest is looked for" }
type = "whole"
default = 3000
least = 1
most = 50000
unit = { zh = "米", en = "m" }
basis = { zh = "更远的只说多少米以内没有；由使用者设定", en = "Beyond it the row says that there is none; for the user to set" }

[[basis]]
law = "城市居住区规划设计标准"
article = "GB 50180 第5章"
is_checked = false

[[skips]]
of = "residential_areas"
where = "geometry is null"
why = { zh = "小区没有位置", en = "The residential area has no place" }

[[skips]]
of = "facilities"
where = "facility_kind = $facility_kind and geometry is null"
why = { zh = "设施没有位置，不知道离谁近", en = "A facility without a place may be near to anybody" }

[columns]
area_code = "residential_areas.area_code"
area_name = "residential_areas.area_name"
region_name = "residential_areas.region_name"
household_count = "residential_areas.household_count"
resident_count = "residential_areas.resident_count"
facility_kind = { title = { zh = "设施类别", en = "Kind of facility" }, type = "text" }
facility_code = "facilities.facility_code"
facility_name = { title = { zh = "最近的设施", en = "Nearest facility" }, type = "text" }
operator_name = "facilities.operator_name"
distance_m = { title = { zh = "相距（米）", en = "Distance in m" }, type = "decimal" }
nothing_within = { title = { zh = "多少米以内没有", en = "None within m" }, type = "whole" }
shape = { source = "residential_areas.geometry", type = "shape", title = { zh = "图形", en = "Shape" } }
facility_shape = { source = "facilities.geometry", type = "shape", title = { zh = "设施的图形", en = "Shape of the facility" } }

[[evidence]]
of = "residential_areas"
where = "area_code = $area_code"
marks = ["longitude", "latitude", "household_count"]

[[evidence]]
of = "facilities"
where = "facility_code = $facility_code"
marks = ["facility_kind", "is_open", "longitude", "latitude"]
*/
with open_ones as (
    select
        n.left_area_code as area_code,
        n.distance_m,
        f.facility_code,
        f.facility_name,
        f.operator_name,
        f.geometry as facility_shape
    from nearest as n
    join facilities as f on f.facility_code = n.right_facility_code
    where f.facility_kind = $facility_kind and coalesce(f.is_open, true)
    qualify row_number() over (partition by n.left_area_code order by n.distance_m, f.facility_code) = 1
)

select
    a.area_code,
    a.area_name,
    a.region_name,
    a.household_count,
    a.resident_count,
    $facility_kind as facility_kind,
    o.facility_code,
    o.facility_name,
    o.operator_name,
    round(cast(o.distance_m as decimal(18, 4)), 1) as distance_m,
    case when o.facility_code is null then $search end as nothing_within,
    a.geometry as shape,
    o.facility_shape
from residential_areas as a
left join open_ones as o on o.area_code = a.area_code
where a.geometry is not null and coalesce(o.distance_m > $distance, true)
/*
[[flagged]]
why = { zh = "最近的在用设施相距962米；已停用的一个就在门口", en = "the nearest that is in use is 962 m away; one that is closed stands at the door" }
residential_areas = [{ area_code = "A", area_name = "甲小区", household_count = 300, geometry = "POINT (123.5 30.3)" }]
facilities = [
    { facility_code = "F1", facility_name = "一站", facility_kind = "养老服务", is_open = true, geometry = "POINT (123.51 30.3)" },
    { facility_code = "F2", facility_name = "二站", facility_kind = "养老服务", is_open = false, geometry = "POINT (123.5001 30.3)" },
    { facility_code = "F3", facility_name = "公厕", facility_kind = "公共厕所", is_open = true, geometry = "POINT (123.5001 30.3)" },
]
rows = [{ area_code = "A", facility_code = "F1", distance_m = 962 }]

[[flagged]]
why = { zh = "一个也没有", en = "there is none at all" }
residential_areas = [{ area_code = "A", area_name = "甲小区", geometry = "POINT (123.5 30.3)" }]
facilities = [{ facility_code = "F1", facility_kind = "养老服务", geometry = "POINT (124.5 30.3)" }]
rows = [{ area_code = "A", nothing_within = 3000 }]

[[clean]]
why = { zh = "居住区的边缘距它481米", en = "the edge of the residential area is 481 m from it" }
residential_areas = [{ area_code = "A", area_name = "甲小区", geometry = "POLYGON ((123.5 30.299, 123.505 30.299, 123.505 30.301, 123.5 30.301, 123.5 30.299))" }]
facilities = [{ facility_code = "F1", facility_kind = "养老服务", is_open = true, geometry = "POINT (123.51 30.3)" }]

[[skipped]]
why = { zh = "居住区没有位置", en = "the residential area has no place" }
residential_areas = [{ area_code = "A", area_name = "甲小区" }]
facilities = [{ facility_code = "F1", facility_kind = "养老服务", geometry = "POINT (123.51 30.3)" }]

[[skipped]]
why = { zh = "设施没有位置", en = "a facility without a place" }
residential_areas = [{ area_code = "A", area_name = "甲小区", geometry = "POINT (123.5 30.3)" }]
facilities = [
    { facility_code = "F1", facility_kind = "养老服务", geometry = "POINT (123.501 30.3)" },
    { facility_code = "F2", facility_kind = "养老服务" },
]
*/
