/*
code = "M13"
version = 1
title = { zh = "擅自变更建设地点或规模", en = "Site or scope changed without approval" }
risk = { zh = "换了地方、改了规模却没有报批，项目已不是批准的项目。", en = "Built elsewhere or of another size without approval, it is no longer the project that was approved." }
logic = { zh = "实际建设地点与批准地点不同，或实际规模与批准规模相差超过规定比例，且没有变更批复。", en = "The site differs from the approved one, or the scope by more than the given share, and no change was approved." }
exclusions = { zh = "有变更批复文号或日期的不算；地点写法不同而实为一处的，先统一写法。", en = "Changes with an approval are left out; one place written in two ways has to be told apart by hand." }
severity = "medium"
sector = "investment"
method = "limit"
key = ["project_code"]
summary = { zh = "批准：{approved_site}，规模{approved_scope}；实际：{actual_site}，规模{actual_scope}；没有变更批复", en = "Approved: {approved_site}, scope {approved_scope}; built: {actual_site}, scope {actual_scope}; no change was approved" }
entity = { kind = "project", id = "project_code", name = "project_name" }
parties = [{ kind = "unit", id = "builder_name" }]
amount = "budget_fen"
group = "builder_name"
picture = { kind = "bars", label = "builder_name", value = "budget_fen" }

[requires.investment_projects]
columns = ["project_code"]

[params.most_scope]
title = { zh = "规模变动允许比例", en = "Change of scope, allowed" }
type = "rate"
default = 0.1
least = 0
most = 1
basis = { zh = "政府投资条例第二十一条只说“较大变更”，未定比例；默认参照概算超估算的10%，可按当地规定修改", en = "Article 21 speaks of “larger changes” without a number; 10% after the limit for budgets, to be set by the local rule" }

[[basis]]
law = "政府投资条例"
article = "第二十一条"
is_checked = true

[[skips]]
of = "investment_projects"
where = "(approved_site is null or actual_site is null) and (approved_scope is null or actual_scope is null)"
why = { zh = "没有批准或实际的地点、规模可比（多为未建成）", en = "No site and no scope to compare: most of them are not built yet" }

[columns]
project_code = "investment_projects.project_code"
project_name = "investment_projects.project_name"
builder_name = "investment_projects.builder_name"
approved_site = "investment_projects.approved_site"
actual_site = "investment_projects.actual_site"
approved_scope = "investment_projects.approved_scope"
actual_scope = "investment_projects.actual_scope"
scope_unit = "investment_projects.scope_unit"
is_site_changed = { title = { zh = "是否换地点", en = "Site changed" }, type = "flag" }
is_scope_changed = { title = { zh = "是否改规模", en = "Scope changed" }, type = "flag" }
budget_fen = "investment_projects.budget_fen"

[[evidence]]
of = "investment_projects"
where = "project_code = $project_code"
marks = ["approved_site", "actual_site", "approved_scope", "actual_scope", "change_approval_code"]
*/
with compared as (
    select
        *,
        coalesce(trim(actual_site) <> trim(approved_site), false) as is_site_changed,
        coalesce(
            approved_scope > 0 and abs(actual_scope - approved_scope) > approved_scope * $most_scope, false
        ) as is_scope_changed
    from investment_projects
    where change_approval_code is null and change_approved_date is null
)
select
    project_code,
    project_name,
    builder_name,
    approved_site,
    actual_site,
    approved_scope,
    actual_scope,
    scope_unit,
    is_site_changed,
    is_scope_changed,
    budget_fen
from compared
where is_site_changed or is_scope_changed
/*
[[flagged]]
why = { zh = "建在别处", en = "built elsewhere" }
investment_projects = [{ project_code = "A", approved_site = "东段", actual_site = "西段" }]
rows = [{ project_code = "A", is_site_changed = true, is_scope_changed = false }]

[[flagged]]
why = { zh = "比批准的小五分之一", en = "a fifth smaller than approved" }
investment_projects = [{ project_code = "A", approved_scope = 10, actual_scope = 8 }]
rows = [{ project_code = "A", is_site_changed = false, is_scope_changed = true }]

[[clean]]
why = { zh = "变更已经批准", en = "the change was approved" }
investment_projects = [{ project_code = "A", approved_site = "东段", actual_site = "西段", change_approval_code = "1号" }]

[[clean]]
why = { zh = "正好多十分之一，仍在原址", en = "exactly a tenth more, on the same site" }
investment_projects = [{ project_code = "A", approved_site = "东段", actual_site = "东段 ", approved_scope = 10, actual_scope = 11 }]

[[skipped]]
why = { zh = "尚未建设", en = "nothing is built yet" }
investment_projects = [{ project_code = "A", approved_site = "东段", approved_scope = 10 }]
*/
