/*
title = { zh = "晋级任职年限已满", en = "Years in rank complete" }
definition = { zh = "截至当日任现职级的年限已满的在职人员数：任现职级日期加本局设定的任职年限不晚于当日；只提示年限，不代表符合其他晋升条件", en = "Staff in service whose years in rank are complete on that day: date of the rank and the years set for it; the years only, no other condition of promotion" }
source = "001-12"
relation = "staff_as_of"
measure = "count(*)"
additive = true
format = "count"
filters = ["section"]
opens = "staff"
group_by = ["section", "staff_rank", "promotion_state"]
columns = ["staff_code", "staff", "section", "staff_rank", "rank_date", "years_in_rank", "promotion_date", "promotion_state", "next_rank"]
order = ["promotion_date"]
*/
select * from staff_as_of where promotion_state = 'due'
