/*
code = "M50"
version = 1
title = { zh = "两个项目在同一地块上", en = "Two projects on the same ground" }
risk = { zh = "同一段路、同一块地重复立项、重复施工、重复付款。", en = "The same stretch of road or piece of land is approved, built and paid twice." }
logic = { zh = "两个编号不同的项目图形重叠：面与面看共有面积，线与面、线与线看落在对方范围内（线与线为容差以内）的长度，占较小图形的比例达到下限。一个已竣工另一个在若干年以后才批准的，视为改造，不列。一对项目一条。", en = "The shapes of two projects with different numbers lie upon each other: of areas the area they share, of lines the length within the other (within the tolerance of another line), at least the given share of the smaller one. What was approved years after the other was completed is a renewal and let pass. One row a pair." }
exclusions = { zh = "两个都是点的不在此列，见 M17；没有图形的不判断。", en = "Two points are not compared here but by M17; projects without a shape are not judged." }
severity = "high"
sector = "investment"
method = "spatial"
key = ["left_code", "right_code"]
summary = { zh = "与“{right_name}”（{right_code}）重叠：[共有{shared_ha}公顷，][共有{shared_m}米，]占较小一个的{shared_rate}", en = "Lies upon “{right_name}” ({right_code}): [{shared_ha} ha shared, ][{shared_m} m shared, ]{shared_rate} of the smaller one" }
entity = { kind = "project", id = "left_code", name = "left_name" }
parties = [{ kind = "project", id = "right_code", name = "right_name" }, { kind = "company", id = "left_contractor" }, { kind = "company", id = "right_contractor" }]
amount = "amount_fen"
picture = { kind = "map", shape = "left_shape", other = "right_shape", label = "left_name", value = "amount_fen" }

[requires.investment_projects]
columns = ["project_code", "project_name", "geometry"]

[derived.pairs]
by = "same_ground"
of = "investment_projects"
tolerance = "$tolerance"

[derived.measures]
by = "measure"
of = "investment_projects"

[params.least_rate]
title = { zh = "重叠比例下限", en = "Share in common at least" }
type = "rate"
default = 0.3
least = 0
most = 1
basis = { zh = "相邻项目常有红线交叠；由使用者设定", en = "The plans of neighbours often overlap a little; for the user to set" }

[params.tolerance]
title = { zh = "线的容差", en = "Tolerance of lines" }
type = "whole"
default = 10
least = 0
most = 200
unit = { zh = "米", en = "m" }
basis = { zh = "同一条路的中线画法不同，约为半幅路面；由使用者设定", en = "One road is drawn in several ways, about half its width apart; for the user to set" }

[params.renewal_years]
title = { zh = "竣工后多少年再批准算改造", en = "Years after which it is a renewal" }
type = "whole"
default = 5
least = 0
most = 50
unit = { zh = "年", en = "years" }
basis = { zh = "道路等设施大修周期的经验值；由使用者设定", en = "Experience of how often works are renewed; for the user to set" }

[[basis]]
law = "政府投资条例"
article = "第二十三条"
is_checked = false

[[skips]]
of = "investment_projects"
where = "geometry is null"
why = { zh = "没有图形或坐标", en = "No shape or coordinates" }

[columns]
left_code = { source = "investment_projects.project_code", title = { zh = "项目编号", en = "Project number" } }
left_name = { source = "investment_projects.project_name", title = { zh = "项目名称", en = "Project name" } }
right_code = { source = "investment_projects.project_code", title = { zh = "另一项目编号", en = "Number of the other" } }
right_name = { source = "investment_projects.project_name", title = { zh = "另一项目名称", en = "Name of the other" } }
shared_ha = { title = { zh = "共有面积（公顷）", en = "Shared in ha" }, type = "decimal" }
shared_m = { title = { zh = "共有长度（米）", en = "Shared in m" }, type = "decimal" }
shared_rate = { title = { zh = "占较小一个的比例", en = "Share of the smaller" }, type = "rate" }
amount_fen = { title = { zh = "较小的概算", en = "The smaller budget" }, type = "money" }
left_contractor = { source = "investment_projects.contractor_name", title = { zh = "施工单位", en = "Contractor" } }
right_contractor = { source = "investment_projects.contractor_name", title = { zh = "另一施工单位", en = "Contractor of the other" } }
left_shape = { source = "investment_projects.geometry", type = "shape", title = { zh = "图形", en = "Shape" } }
right_shape = { source = "investment_projects.geometry", type = "shape", title = { zh = "另一图形", en = "Shape of the other" } }
shared_shape = { title = { zh = "重叠部分", en = "What both have" }, type = "shape" }

[[evidence]]
of = "investment_projects"
where = "project_code in ($left_code, $right_code)"
marks = ["project_name", "approved_date", "completed_date", "contractor_name"]
*/
select
    p.left_project_code as left_code,
    l.project_name as left_name,
    p.right_project_code as right_code,
    r.project_name as right_name,
    case when p.shared_ha > 0 then round(cast(p.shared_ha as decimal(18, 6)), 4) end as shared_ha,
    case when p.shared_m > 0 then round(cast(p.shared_m as decimal(18, 4)), 1) end as shared_m,
    cast(p.shared_rate as decimal(9, 6)) as shared_rate,
    least(coalesce(l.budget_fen, l.estimate_fen), coalesce(r.budget_fen, r.estimate_fen)) as amount_fen,
    l.contractor_name as left_contractor,
    r.contractor_name as right_contractor,
    l.geometry as left_shape,
    r.geometry as right_shape,
    p.shared_shape
from pairs as p
join investment_projects as l on l.project_code = p.left_project_code
join investment_projects as r on r.project_code = p.right_project_code
join measures as a on a.project_code = l.project_code
join measures as b on b.project_code = r.project_code
where
    l.project_code <> r.project_code
    and p.shared_rate >= $least_rate
    and not (a.shape_kind = 'point' and b.shape_kind = 'point')
    and coalesce(date_diff('day', l.completed_date, r.approved_date) < 365 * $renewal_years, true)
    and coalesce(date_diff('day', r.completed_date, l.approved_date) < 365 * $renewal_years, true)
/*
[[flagged]]
why = { zh = "两个地块重叠，占较小地块的一半", en = "two plots that share a half of the smaller one" }
investment_projects = [
    { project_code = "A", project_name = "一期", budget_fen = 1000, geometry = "POLYGON ((123.5 30.3, 123.502 30.3, 123.502 30.302, 123.5 30.302, 123.5 30.3))" },
    { project_code = "B", project_name = "二期", budget_fen = 900, geometry = "POLYGON ((123.501 30.3, 123.503 30.3, 123.503 30.302, 123.501 30.302, 123.501 30.3))" },
]
rows = [{ left_code = "A", right_code = "B", shared_rate = 0.5, shared_ha = 2.1329, amount_fen = 900 }]

[[flagged]]
why = { zh = "同一条路画在相距5米处，一条只有另一条的一半长", en = "the same road drawn 5 m apart, one half as long as the other" }
investment_projects = [
    { project_code = "A", project_name = "示范路大修", geometry = "LINESTRING (123.5 30.3, 123.52 30.3)" },
    { project_code = "B", project_name = "示范路东段整治", geometry = "LINESTRING (123.505 30.300045, 123.515 30.300045)" },
]
rows = [{ left_code = "A", right_code = "B", shared_rate = 1, shared_m = 962 }]

[[clean]]
why = { zh = "道路相交；地块相接", en = "roads that cross; plots that touch" }
investment_projects = [
    { project_code = "A", project_name = "甲路", geometry = "LINESTRING (123.5 30.3, 123.52 30.3)" },
    { project_code = "B", project_name = "乙路", geometry = "LINESTRING (123.51 30.29, 123.51 30.31)" },
    { project_code = "C", project_name = "丙地", geometry = "POLYGON ((123.6 30.3, 123.602 30.3, 123.602 30.302, 123.6 30.302, 123.6 30.3))" },
    { project_code = "D", project_name = "丁地", geometry = "POLYGON ((123.602 30.3, 123.604 30.3, 123.604 30.302, 123.602 30.302, 123.602 30.3))" },
]

[[clean]]
why = { zh = "前一个完工六年后才批准：属于更新改造", en = "approved six years after the other was completed: a renewal" }
investment_projects = [
    { project_code = "A", project_name = "示范路大修", completed_date = 2015-06-30, geometry = "LINESTRING (123.5 30.3, 123.52 30.3)" },
    { project_code = "B", project_name = "示范路提升", approved_date = 2021-07-01, geometry = "LINESTRING (123.5 30.3, 123.52 30.3)" },
]

[[skipped]]
why = { zh = "没有图形", en = "no shape" }
investment_projects = [{ project_code = "A", project_name = "甲" }]
*/
