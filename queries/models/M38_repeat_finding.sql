/*
code = "M38"
version = 1
title = { zh = "屡审屡犯", en = "Repeat finding" }
risk = { zh = "同样的问题一再出现，整改流于形式，制度没有改。", en = "The same finding comes back: it was rectified on paper, the cause was not." }
logic = { zh = "同一被审计单位，同一问题分类在规定年数内的不同年度再次被发现。列出后一次，注明前一次。", en = "A unit has a finding of a problem code that it had in an earlier year within the given years. The later one is listed, with the one before." }
exclusions = { zh = "单位改名、合并的，应先统一单位名称；没有问题分类代码的按问题标题比。", en = "Renamed units have to be told by one name first; without a problem code the title is compared." }
severity = "medium"
sector = "audit_work"
method = "sequence"
key = ["finding_code"]
summary = { zh = "{unit_name}在{before_year}年（{before_finding_code}）已有同类问题，{plan_year}年再次出现：{problem_title}", en = "{unit_name} had it in {before_year} ({before_finding_code}) and again in {plan_year}: {problem_title}" }
entity = { kind = "unit", id = "unit_name" }
parties = [{ kind = "unit", id = "unit_name" }]
amount = "amount_fen"
group = "problem_title"
picture = { kind = "bars", label = "problem_title", value = "amount_fen" }

[requires.audit_findings]
columns = ["finding_code", "plan_year", "unit_name", "problem_title"]

[params.most_years]
title = { zh = "回看年数", en = "Years to look back" }
type = "whole"
default = 5
least = 1
most = 30
unit = { zh = "年", en = "years" }
basis = { zh = "一个规划期五年，可按督办规则修改", en = "The five years of a plan; enter the rule of supervision" }

[[basis]]
law = "中华人民共和国审计法"
article = "第五十二条"
is_checked = false

[columns]
finding_code = "audit_findings.finding_code"
plan_year = "audit_findings.plan_year"
project_name = "audit_findings.project_name"
unit_name = "audit_findings.unit_name"
problem_code = "audit_findings.problem_code"
problem_title = "audit_findings.problem_title"
before_finding_code = { source = "audit_findings.finding_code", title = { zh = "前次问题编号", en = "Finding before" } }
before_year = { source = "audit_findings.plan_year", title = { zh = "前次年度", en = "Year before" } }
before_state = { source = "audit_findings.state", title = { zh = "前次整改状态", en = "State of the one before" } }
amount_fen = "audit_findings.amount_fen"

[[evidence]]
of = "audit_findings"
where = "finding_code in ($finding_code, $before_finding_code)"
marks = ["problem_code", "problem_title", "plan_year", "state"]
*/
with coded as (
    select
        *,
        coalesce(problem_code, problem_title) as problem
    from audit_findings
),

yearly as (
    -- The last finding of a year stands for the year.
    select unit_name, problem, plan_year, max(finding_code) as finding_code
    from coded
    group by unit_name, problem, plan_year
),

followed as (
    select
        *,
        lag(plan_year) over (partition by unit_name, problem order by plan_year) as before_year,
        lag(finding_code) over (partition by unit_name, problem order by plan_year) as before_finding_code
    from yearly
)
select
    coded.finding_code,
    coded.plan_year,
    coded.project_name,
    coded.unit_name,
    coded.problem_code,
    coded.problem_title,
    followed.before_finding_code,
    followed.before_year,
    before_one.state as before_state,
    coded.amount_fen
from coded
inner join followed
    on
        coded.unit_name = followed.unit_name
        and coded.problem = followed.problem
        and coded.plan_year = followed.plan_year
left join audit_findings as before_one on followed.before_finding_code = before_one.finding_code
where followed.plan_year - followed.before_year <= $most_years
/*
[[flagged]]
why = { zh = "两年后同一问题", en = "the same problem two years later" }
audit_findings = [
    { finding_code = "1", plan_year = 2023, unit_name = "U", problem_code = "0101", state = "已整改" },
    { finding_code = "2", plan_year = 2025, unit_name = "U", problem_code = "0101", amount_fen = 100 },
]
rows = [{ finding_code = "2", before_finding_code = "1", before_state = "已整改", amount_fen = 100 }]

[[flagged]]
why = { zh = "没有代码时比较标题", en = "without codes the titles are compared" }
audit_findings = [
    { finding_code = "1", plan_year = 2023, unit_name = "U", problem_title = "资产未入账" },
    { finding_code = "2", plan_year = 2024, unit_name = "U", problem_title = "资产未入账" },
]
rows = [{ finding_code = "2", before_year = 2023 }]

[[clean]]
why = { zh = "同一年两次、另一单位、另一问题，或相隔太久", en = "twice in one year, at another unit, another problem, or too long ago" }
audit_findings = [
    { finding_code = "1", plan_year = 2018, unit_name = "U", problem_code = "0101" },
    { finding_code = "2", plan_year = 2025, unit_name = "U", problem_code = "0101" },
    { finding_code = "3", plan_year = 2025, unit_name = "U", problem_code = "0101" },
    { finding_code = "4", plan_year = 2024, unit_name = "V", problem_code = "0101" },
    { finding_code = "5", plan_year = 2024, unit_name = "U", problem_code = "0202" },
]
*/
