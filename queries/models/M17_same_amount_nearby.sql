/*
code = "M17"
version = 1
title = { zh = "近距离同金额项目", en = "Projects of one amount close to each other" }
risk = { zh = "同一工程拆成两个项目重复立项、重复申报资金，或者同一批资金两次列支。", en = "One piece of works approved, funded or paid twice under two project numbers." }
logic = { zh = "两个编号不同的项目批复概算相同（没有概算的比估算），图形之间的距离不超过规定米数。年度相同、施工单位相同、名称相近各算一项：两项以上为高，一项为中，没有为低。一对项目一条。", en = "Two projects with different numbers have the same approved budget (the same estimate where there is no budget), and their shapes are no further apart than the given metres. The same year, the same contractor and names that are alike each count one: two or more are high, one is medium, none is low. One row a pair." }
exclusions = { zh = "金额低于起点的不比；没有图形或金额的项目不判断。距离按图形边缘量，不按中心。", en = "Amounts below the least one are not compared; projects without a shape or an amount are not judged. Distances are from edge to edge, not from middle to middle." }
severity = "high"
sector = "investment"
method = "spatial"
key = ["left_code", "right_code"]
summary = { zh = "与“{right_name}”（{right_code}）相距{distance_m}米，批复金额同为{amount_fen}；另有{matches}项相同，级别{level}", en = "{distance_m} m from “{right_name}” ({right_code}), both approved at {amount_fen}; {matches} more in common, level {level}" }
entity = { kind = "project", id = "left_code", name = "left_name" }
parties = [{ kind = "project", id = "right_code", name = "right_name" }, { kind = "company", id = "left_contractor" }, { kind = "company", id = "right_contractor" }]
amount = "amount_fen"
group = "level"
picture = { kind = "map", shape = "left_shape", other = "right_shape", label = "left_name", value = "amount_fen" }

[requires.investment_projects]
columns = ["project_code", "project_name", "geometry"]

[derived.pairs]
by = "near"
of = "investment_projects"
within = "$distance"

[params.distance]
title = { zh = "距离上限", en = "Distance at most" }
type = "whole"
default = 1000
least = 0
most = 20000
unit = { zh = "米", en = "m" }
basis = { zh = "公开的大数据审计做法取 1 公里；市区密集处可以缩小", en = "Published practice takes 1 km; less where a city is dense" }

[params.least_amount]
title = { zh = "金额起点", en = "Amount at least" }
type = "money"
default = 10000
least = 0
unit = { zh = "元", en = "yuan" }
basis = { zh = "很小的金额多为定额补助，容易相同；由使用者设定", en = "Very small amounts are often fixed grants and equal by rule; for the user to set" }

[params.alike]
title = { zh = "名称相近的下限", en = "Names alike from" }
type = "rate"
default = 0.85
least = 0
most = 1
basis = { zh = "Jaro-Winkler 相似度，经验值；由使用者设定", en = "Jaro-Winkler similarity, by experience; for the user to set" }

[[basis]]
law = "政府投资条例"
article = "第二十三条"
is_checked = false

[[skips]]
of = "investment_projects"
where = "geometry is null"
why = { zh = "没有图形或坐标", en = "No shape or coordinates" }

[[skips]]
of = "investment_projects"
where = "geometry is not null and coalesce(budget_fen, estimate_fen) is null"
why = { zh = "没有批复概算或估算", en = "Neither an approved budget nor an estimate" }

[columns]
left_code = { source = "investment_projects.project_code", title = { zh = "项目编号", en = "Project number" } }
left_name = { source = "investment_projects.project_name", title = { zh = "项目名称", en = "Project name" } }
right_code = { source = "investment_projects.project_code", title = { zh = "另一项目编号", en = "Number of the other" } }
right_name = { source = "investment_projects.project_name", title = { zh = "另一项目名称", en = "Name of the other" } }
distance_m = { title = { zh = "相距（米）", en = "Distance in m" }, type = "decimal" }
amount_fen = { source = "investment_projects.budget_fen", title = { zh = "相同的金额", en = "Amount of both" } }
level = { title = { zh = "级别", en = "Level" }, type = "text", words = { "高" = "high", "中" = "medium", "低" = "low" } }
matches = { title = { zh = "相同项", en = "In common" }, type = "whole" }
is_same_year = { title = { zh = "批复年度相同", en = "Approved in the same year" }, type = "flag" }
is_same_contractor = { title = { zh = "施工单位相同", en = "Same contractor" }, type = "flag" }
is_alike = { title = { zh = "名称相近", en = "Names alike" }, type = "flag" }
left_contractor = { source = "investment_projects.contractor_name", title = { zh = "施工单位", en = "Contractor" } }
right_contractor = { source = "investment_projects.contractor_name", title = { zh = "另一施工单位", en = "Contractor of the other" } }
left_shape = { source = "investment_projects.geometry", type = "shape", title = { zh = "图形", en = "Shape" } }
right_shape = { source = "investment_projects.geometry", type = "shape", title = { zh = "另一图形", en = "Shape of the other" } }

[[evidence]]
of = "investment_projects"
where = "project_code in ($left_code, $right_code)"
marks = ["estimate_fen", "budget_fen", "contractor_name", "approved_date"]
*/
with judged as (
    select
        p.left_project_code as left_code,
        l.project_name as left_name,
        p.right_project_code as right_code,
        r.project_name as right_name,
        round(cast(p.distance_m as decimal(18, 4)), 1) as distance_m,
        coalesce(l.budget_fen, l.estimate_fen) as amount_fen,
        coalesce(year(l.approved_date) = year(r.approved_date), false) as is_same_year,
        coalesce(l.contractor_name = r.contractor_name, false) as is_same_contractor,
        jaro_winkler_similarity(l.project_name, r.project_name) >= $alike as is_alike,
        l.contractor_name as left_contractor,
        r.contractor_name as right_contractor,
        l.geometry as left_shape,
        r.geometry as right_shape
    from pairs as p
    join investment_projects as l on l.project_code = p.left_project_code
    join investment_projects as r on r.project_code = p.right_project_code
    where
        l.project_code <> r.project_code
        and coalesce(l.budget_fen, l.estimate_fen) = coalesce(r.budget_fen, r.estimate_fen)
        and coalesce(l.budget_fen, l.estimate_fen) >= $least_amount
),

counted as (
    select *, cast(is_same_year as int) + cast(is_same_contractor as int) + cast(is_alike as int) as matches
    from judged
)

select
    left_code,
    left_name,
    right_code,
    right_name,
    distance_m,
    amount_fen,
    case when matches >= 2 then '高' when matches = 1 then '中' else '低' end as level,
    matches,
    is_same_year,
    is_same_contractor,
    is_alike,
    left_contractor,
    right_contractor,
    left_shape,
    right_shape
from counted
/*
[[flagged]]
why = { zh = "相距89米，概算、年度、施工单位相同", en = "89 m apart, the same budget, year and contractor" }
investment_projects = [
    { project_code = "A", project_name = "澄河西路改造", budget_fen = 1268000000, contractor_name = "甲公司", approved_date = 2024-03-01, geometry = "POINT (123.5 30.3)" },
    { project_code = "B", project_name = "城区排水提升", budget_fen = 1268000000, contractor_name = "甲公司", approved_date = 2024-05-01, geometry = "POINT (123.5 30.3008)" },
]
rows = [{ left_code = "A", right_code = "B", distance_m = 88.7, amount_fen = 1268000000, level = "高", matches = 2, is_alike = false }]

[[flagged]]
why = { zh = "道路终点距学校不足1公里：按边到边量", en = "a road that ends within 1 km of a school: the distance is from edge to edge" }
params = { distance = 500 }
investment_projects = [
    { project_code = "A", project_name = "甲路", budget_fen = 2000000, geometry = "LINESTRING (123.5 30.3, 123.55 30.3)" },
    { project_code = "B", project_name = "第三小学", estimate_fen = 2000000, geometry = "POINT (123.554 30.3)" },
]
rows = [{ left_code = "A", right_code = "B", distance_m = 384.8, level = "低", matches = 0 }]

[[clean]]
why = { zh = "相距1.1公里", en = "1.1 km apart" }
investment_projects = [
    { project_code = "A", project_name = "甲", budget_fen = 2000000, geometry = "POINT (123.5 30.3)" },
    { project_code = "B", project_name = "乙", budget_fen = 2000000, geometry = "POINT (123.5 30.31)" },
]

[[clean]]
why = { zh = "相差一元", en = "one yuan apart" }
investment_projects = [
    { project_code = "A", project_name = "甲", budget_fen = 2000000, geometry = "POINT (123.5 30.3)" },
    { project_code = "B", project_name = "乙", budget_fen = 2000100, geometry = "POINT (123.5 30.3)" },
]

[[skipped]]
why = { zh = "没有坐标", en = "no coordinates" }
investment_projects = [{ project_code = "A", project_name = "甲", budget_fen = 2000000 }]

[[skipped]]
why = { zh = "没有金额", en = "no amount" }
investment_projects = [{ project_code = "A", project_name = "甲", geometry = "POINT (123.5 30.3)" }]
*/
