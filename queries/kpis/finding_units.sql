/*
title = { zh = "涉及单位数", en = "Units with findings" }
definition = { zh = "截至当日已入台账的审计问题所涉及的被审计单位个数，一个单位只计一次", en = "Audited units with at least one finding in the ledger on that day, each counted once" }
source = "003-24"
relation = "finding_as_of"
measure = "count(distinct unit_id)"
additive = false
format = "count"
group_by = ["plan_year", "region", "section", "unit", "supervising_unit", "unit_sector", "project", "project_type", "problem_class", "problem_subclass", "nature", "rectification_type", "amount_band", "state", "found_month", "rectified_month"]
columns = ["finding_code", "title", "state", "unit", "unit_id", "region", "section", "project", "project_type", "plan_year", "problem_group", "problem_class", "nature", "rectification_type", "amount_fen", "rectified_fen", "found_date", "due_date", "is_in_work_report", "has_leader_instruction", "is_repeat", "rectified_date", "closed_date", "transferred_date", "withdrawn_date"]
*/
select * from finding_as_of
