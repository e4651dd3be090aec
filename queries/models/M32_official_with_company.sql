/*
code = "M32"
version = 1
title = { zh = "公务员经商办企业", en = "Civil servant with a company" }
risk = { zh = "公务员持股或担任法定代表人，容易利用职权谋利，与本单位发生交易。", en = "An official who owns or heads a company may serve it from the office." }
logic = { zh = "在职公务员的身份证号出现在股东（含法定代表人等任职）登记或企业法定代表人登记中。一人一家企业一条。", en = "The identity number of a serving civil servant stands among shareholders and officers, or as the legal representative, of a company. One row a person and company." }
exclusions = { zh = "已退出的持股和已注销、吊销的企业不算；经批准的因公任职要凭文件排除。", en = "Ended holdings and companies struck off are left out; posts held by order are excluded on their papers." }
severity = "high"
sector = "personnel"
method = "matching"
key = ["identity_number", "company_code"]
summary = { zh = "{unit_name}在职人员，是{company_name}的{position}", en = "Serves at {unit_name} and is {position} of {company_name}" }
entity = { kind = "person", id = "identity_number", name = "person_name" }
parties = [{ kind = "person", id = "identity_number", name = "person_name" }, { kind = "company", id = "company_code", name = "company_name" }, { kind = "unit", id = "unit_name" }]
amount = "subscribed_fen"
group = "unit_name"
picture = { kind = "network", source = "unit_name", target = "company_name", value = "subscribed_fen" }

[requires.persons]
columns = ["identity_number", "post"]

[requires.shareholders]
columns = ["company_code", "holder_number", "position"]

[requires.companies]
columns = ["credit_code", "representative_number"]

[params.post_word]
title = { zh = "职务中的字样", en = "Word in the post" }
type = "text"
default = "公务员"
basis = { zh = "公务员法适用于公务员；参公人员、领导干部可换成相应字样再运行", en = "The law speaks of civil servants; run again with another word for other staff" }

[[basis]]
law = "中华人民共和国公务员法"
article = "第五十九条第十六项"
says = { zh = "不得违反有关规定从事或者参与营利性活动，在企业或者其他营利性组织中兼任职务。", en = "No business for profit and no post in a company against the rules." }
is_checked = false

[[skips]]
of = "persons"
where = "post is null and person_kind is not null and person_kind = '在职'"
why = { zh = "在职人员没有职务", en = "A serving person without a post" }

[columns]
identity_number = "persons.identity_number"
person_name = "persons.person_name"
unit_name = "persons.unit_name"
post = "persons.post"
company_code = "shareholders.company_code"
company_name = "shareholders.company_name"
position = { source = "shareholders.position", words = { "法定代表人" = "legal representative" } }
subscribed_fen = "shareholders.subscribed_fen"

[[evidence]]
of = "persons"
where = "identity_number = $identity_number"
marks = ["post", "unit_name"]

[[evidence]]
of = "shareholders"
where = "holder_number = $identity_number and company_code = $company_code"
marks = ["position", "subscribed_fen"]

[[evidence]]
of = "companies"
where = "credit_code = $company_code"
marks = ["representative_number", "status"]
*/
with serving as (
    select identity_number, min(person_name) as person_name, min(unit_name) as unit_name, min(post) as post
    from persons
    where
        post like '%' || $post_word || '%'
        and (person_kind is null or person_kind = '在职')
        and left_date is null
    group by identity_number
),

held as (
    select company_code, company_name, holder_number, position, subscribed_fen
    from shareholders
    where end_date is null
    union all
    select credit_code, company_name, representative_number, '法定代表人', null
    from companies
)
select
    serving.identity_number,
    min(serving.person_name) as person_name,
    min(serving.unit_name) as unit_name,
    min(serving.post) as post,
    held.company_code,
    min(held.company_name) as company_name,
    min(held.position) as position,
    max(held.subscribed_fen) as subscribed_fen
from serving
inner join held on serving.identity_number = held.holder_number
left join companies on held.company_code = companies.credit_code
where
    companies.status is null
    or (companies.status not like '%注销%' and companies.status not like '%吊销%')
group by serving.identity_number, held.company_code
/*
[[flagged]]
why = { zh = "是股东", en = "a shareholder" }
persons = [{ identity_number = "P", post = "公务员", unit_name = "U", person_kind = "在职" }]
shareholders = [{ company_code = "C", holder_number = "P", position = "股东", subscribed_fen = 100 }]
rows = [{ identity_number = "P", company_code = "C", position = "股东", subscribed_fen = 100 }]

[[flagged]]
why = { zh = "法定代表人同时持股，是一条疑点", en = "a legal representative who also holds shares is one suspect" }
persons = [{ identity_number = "P", post = "一级科员（公务员）" }]
shareholders = [{ company_code = "C", holder_number = "P", position = "股东", subscribed_fen = 100 }]
companies = [{ credit_code = "C", representative_number = "P", status = "存续" }]
rows = [{ identity_number = "P", company_code = "C" }]

[[clean]]
why = { zh = "已退休，或属其他人员类别", en = "retired, or of another kind of staff" }
persons = [
    { identity_number = "P", post = "公务员", person_kind = "退休" },
    { identity_number = "Q", post = "工勤人员", person_kind = "在职" },
]
shareholders = [
    { company_code = "C", holder_number = "P", position = "股东" },
    { company_code = "C", holder_number = "Q", position = "股东" },
]

[[clean]]
why = { zh = "股份已转让；另一家企业已注销", en = "the share was given up; the other company is struck off" }
persons = [{ identity_number = "P", post = "公务员" }]
shareholders = [
    { company_code = "C", holder_number = "P", position = "股东", end_date = 2020-01-01 },
    { company_code = "D", holder_number = "P", position = "股东" },
]
companies = [{ credit_code = "D", representative_number = "X", status = "注销" }]

[[skipped]]
why = { zh = "没有写明是否公务员", en = "whether a civil servant is not said" }
persons = [{ identity_number = "P", person_kind = "在职" }]
shareholders = [{ company_code = "C", holder_number = "P", position = "股东" }]
*/
