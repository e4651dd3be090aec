/*
title = { zh = "审计工作报告问题金额整改率", en = "Rectification rate by amount, audit work report" }
definition = { zh = "仅限纳入审计工作报告的问题：已整改金额 ÷ 问题金额；单条封顶100%；不含移送、撤销和非金额问题", en = "Only findings cited in the audit work report: amount rectified ÷ amount found; at most 100 % per finding; without transferred, withdrawn and non-monetary findings" }
source = "003-K11"
relation = "finding_as_of"
numerator = "sum(capped_rectified_fen)"
denominator = "sum(amount_fen)"
additive = true
format = "percent"
better = "higher"
group_by = ["plan_year", "region", "section", "unit", "project", "project_type", "problem_class", "problem_subclass", "nature", "rectification_type", "amount_band", "state", "found_month"]
columns = ["finding_code", "title", "state", "capped_rectified_fen", "open_fen", "is_rectified", "unit", "region", "section", "project", "project_type", "plan_year", "problem_group", "problem_class", "nature", "rectification_type", "amount_fen", "rectified_fen", "found_date", "due_date"]
*/
select * from finding_as_of where not is_excluded and has_amount and is_in_work_report
