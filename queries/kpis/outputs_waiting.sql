/*
title = { zh = "待审批出库", en = "Outputs awaiting decision" }
definition = { zh = "当日以前提出、当日尚未批准、未被不予批准、也未撤回的出库申请数；年度为申请年度，科室、地区为申请人的", en = "Requests to take rows out that were made by that day and neither decided nor withdrawn by then; year is that of the request, section and region those of who asks" }
source = "000-17"
relation = "output_as_of"
measure = "count(*)"
additive = true
format = "count"
better = "lower"
filters = ["year", "region", "section"]
opens = ""
group_by = ["plan_year", "region", "section"]
columns = ["output_number", "asked_date", "days_since_asked", "output_described", "dataset_rows", "booked_by", "counterparty", "purpose", "section", "region"]
*/
select * from output_as_of where output_state = 'waiting'
