/*
title = { zh = "审计整改率（按金额）", en = "Rectification rate by amount" }
definition = { zh = "已整改金额 ÷ 问题金额；单条封顶100%；部分整改的金额计入；不含移送、撤销和非金额问题；百分比四舍五入到两位", en = "Amount rectified ÷ amount found; at most 100 % per finding; partial amounts count; without transferred, withdrawn and non-monetary findings; rounded to two decimals" }
source = "003-K11"
relation = "finding_as_of"
numerator = "sum(capped_rectified_fen)"
denominator = "sum(amount_fen)"
additive = true
format = "percent"
better = "higher"
group_by = ["plan_year", "region", "section", "unit", "supervising_unit", "unit_sector", "project", "project_type", "problem_class", "problem_subclass", "nature", "rectification_type", "amount_band", "state", "found_month"]
columns = ["finding_code", "title", "state", "capped_rectified_fen", "open_fen", "is_rectified", "unit", "region", "section", "project", "project_type", "plan_year", "problem_group", "problem_class", "nature", "rectification_type", "amount_fen", "rectified_fen", "found_date", "due_date"]
*/
select * from finding_as_of where not is_excluded and has_amount
