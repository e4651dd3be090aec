/*
title = { zh = "半年内满晋级年限", en = "Years in rank complete within half a year" }
definition = { zh = "截至当日尚未满、六个月内（含末日）任现职级年限将满的在职人员数；只提示年限", en = "Staff in service whose years in rank are not complete and will be within six months, the last day included; the years only" }
source = "001-12"
relation = "staff_as_of"
measure = "count(*)"
additive = true
format = "count"
filters = ["section"]
opens = "staff"
group_by = ["section", "staff_rank", "promotion_month"]
columns = ["staff_code", "staff", "section", "staff_rank", "rank_date", "years_in_rank", "promotion_date", "promotion_state", "next_rank"]
order = ["promotion_date"]
*/
select * from staff_as_of where promotion_state = 'soon'
