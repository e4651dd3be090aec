/*
code = "M31B"
version = 1
title = { zh = "住院时间重叠", en = "Overlapping stays" }
risk = { zh = "一个人不可能同时住两次院，其中一次是挂床、冒名或虚构。", en = "Nobody lies in two beds: one of the stays is pretended, borrowed or invented." }
logic = { zh = "同一身份证号的两次住院，在院时间重叠达到规定天数。每一对一条。", en = "Two stays of one identity number overlap by the given number of days or more. One row a pair." }
exclusions = { zh = "前一次出院与后一次入院同日的转院，重叠为零，不算。", en = "A transfer on the day of the discharge overlaps by nothing and is left out." }
severity = "high"
sector = "medical_insurance"
method = "sequence"
key = ["stay_code", "other_stay_code"]
summary = { zh = "{hospital_name}（{admitted_date}起）与{other_hospital_name}（{other_admitted_date}起）重叠{overlap_days}天", en = "{hospital_name} (from {admitted_date}) and {other_hospital_name} (from {other_admitted_date}) overlap by {overlap_days} days" }
entity = { kind = "person", id = "identity_number", name = "person_name" }
parties = [{ kind = "person", id = "identity_number", name = "person_name" }, { kind = "unit", id = "hospital_name" }, { kind = "unit", id = "other_hospital_name" }]
amount = "lesser_fen"
group = "hospital_name"
picture = { kind = "timeline", start = "other_admitted_date", end = "discharged_date", label = "person_name" }

[requires.hospital_stays]
columns = ["stay_code", "identity_number", "hospital_name", "admitted_date", "discharged_date"]

[params.least_days]
title = { zh = "最少重叠天数", en = "Fewest days of overlap" }
type = "whole"
default = 1
least = 1
most = 365
unit = { zh = "天", en = "days" }
basis = { zh = "同日转院重叠为零；重叠一天即不可能", en = "A transfer on one day overlaps by nothing; one day is impossible" }

[[basis]]
law = "医疗保障基金使用监督管理条例"
article = "第十五条、第二十条"
is_checked = false

[[skips]]
of = "hospital_stays"
where = "discharged_date is null"
why = { zh = "没有出院日期", en = "No discharge" }

[columns]
stay_code = "hospital_stays.stay_code"
other_stay_code = { source = "hospital_stays.stay_code", title = { zh = "另一住院号", en = "Other stay" } }
identity_number = "hospital_stays.identity_number"
person_name = "hospital_stays.person_name"
hospital_name = "hospital_stays.hospital_name"
other_hospital_name = { source = "hospital_stays.hospital_name", title = { zh = "另一医院", en = "Other hospital" } }
admitted_date = "hospital_stays.admitted_date"
discharged_date = "hospital_stays.discharged_date"
other_admitted_date = { source = "hospital_stays.admitted_date", title = { zh = "另一入院日期", en = "Other admission" } }
other_discharged_date = { source = "hospital_stays.discharged_date", title = { zh = "另一出院日期", en = "Other discharge" } }
overlap_days = { title = { zh = "重叠天数", en = "Days of overlap" }, type = "whole" }
lesser_fen = { title = { zh = "较低一次的费用", en = "Cost of the cheaper stay" }, type = "money" }

[[evidence]]
of = "hospital_stays"
where = "stay_code in ($stay_code, $other_stay_code)"
marks = ["admitted_date", "discharged_date", "hospital_name"]
*/
select
    stay.stay_code,
    other.stay_code as other_stay_code,
    stay.identity_number,
    stay.person_name,
    stay.hospital_name,
    other.hospital_name as other_hospital_name,
    stay.admitted_date,
    stay.discharged_date,
    other.admitted_date as other_admitted_date,
    other.discharged_date as other_discharged_date,
    date_diff(
        'day',
        case when stay.admitted_date > other.admitted_date then stay.admitted_date else other.admitted_date end,
        case when stay.discharged_date < other.discharged_date then stay.discharged_date else other.discharged_date end
    ) as overlap_days,
    case when stay.total_fen < other.total_fen then stay.total_fen else other.total_fen end as lesser_fen
from hospital_stays as stay
inner join hospital_stays as other
    on stay.identity_number = other.identity_number and stay.stay_code < other.stay_code
where
    date_diff(
        'day',
        case when stay.admitted_date > other.admitted_date then stay.admitted_date else other.admitted_date end,
        case when stay.discharged_date < other.discharged_date then stay.discharged_date else other.discharged_date end
    ) >= $least_days
/*
[[flagged]]
why = { zh = "在两家医院住院重叠五天", en = "five days in two hospitals" }
hospital_stays = [
    { stay_code = "1", identity_number = "P", hospital_name = "H", admitted_date = 2026-03-01, discharged_date = 2026-03-10, total_fen = 300 },
    { stay_code = "2", identity_number = "P", hospital_name = "G", admitted_date = 2026-03-05, discharged_date = 2026-03-20, total_fen = 200 },
]
rows = [{ stay_code = "1", other_stay_code = "2", overlap_days = 5, lesser_fen = 200 }]

[[clean]]
why = { zh = "转院：同一天这边出院、那边入院", en = "a transfer: out here and in there on one day" }
hospital_stays = [
    { stay_code = "1", identity_number = "P", hospital_name = "H", admitted_date = 2026-03-01, discharged_date = 2026-03-10 },
    { stay_code = "2", identity_number = "P", hospital_name = "G", admitted_date = 2026-03-10, discharged_date = 2026-03-20 },
]

[[clean]]
why = { zh = "两个人", en = "two persons" }
hospital_stays = [
    { stay_code = "1", identity_number = "P", hospital_name = "H", admitted_date = 2026-03-01, discharged_date = 2026-03-10 },
    { stay_code = "2", identity_number = "Q", hospital_name = "H", admitted_date = 2026-03-01, discharged_date = 2026-03-10 },
]

[[skipped]]
why = { zh = "没有出院日期的住院", en = "a stay without an end" }
hospital_stays = [{ stay_code = "1", identity_number = "P", hospital_name = "H", admitted_date = 2026-03-01 }]
*/
