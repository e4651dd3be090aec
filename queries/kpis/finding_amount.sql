/*
title = { zh = "问题金额", en = "Amount of findings" }
definition = { zh = "截至当日已入台账的全部审计问题的涉及金额合计，含已移送、已撤销；非金额计量的问题按 0 计", en = "Amounts of all findings in the ledger on that day added up, transferred and withdrawn ones included; a finding without an amount counts as nought" }
source = "003-24"
relation = "finding_as_of"
measure = "sum(amount_fen)"
additive = true
format = "fen"
group_by = ["plan_year", "region", "section", "unit", "supervising_unit", "unit_sector", "project", "project_type", "problem_class", "problem_subclass", "nature", "rectification_type", "amount_band", "state", "found_month", "rectified_month"]
columns = ["finding_code", "title", "state", "unit", "region", "section", "project", "project_type", "plan_year", "problem_group", "problem_class", "nature", "rectification_type", "amount_fen", "rectified_fen", "found_date", "due_date", "is_in_work_report", "has_leader_instruction", "is_repeat", "rectified_date", "closed_date", "transferred_date", "withdrawn_date"]
*/
select * from finding_as_of
