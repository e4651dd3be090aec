/*
title = { zh = "督办中问题", en = "Findings under supervision" }
definition = { zh = "已采取提醒、催办、督办函、提请政府督查督办、约谈、通报或移送追责之一，至今未整改的问题，按达到的最高一级；回头看重开的，只计重开以后的措施；不含移送、撤销", en = "Findings not rectified for which a reminder, urging, supervision letter, government supervision, interview, public notice or transfer for accountability was taken, by the highest rung reached; of a reopened one only what was taken since counts. Without transferred and withdrawn ones" }
source = "003-17"
relation = "finding_rung_as_of"
measure = "count(*)"
additive = true
format = "count"
better = "lower"
group_by = ["rung_reached", "plan_year", "region", "section", "unit", "supervising_unit", "unit_sector", "project", "project_type", "problem_class", "problem_subclass", "nature", "rectification_type", "amount_band", "state"]
columns = ["finding_code", "title", "unit", "rung_reached", "rung_date", "reminder_date", "urge_date", "supervision_letter_date", "government_supervision_date", "interview_date", "notice_date", "accountability_transfer_date", "reply_date", "due_date", "days_overdue", "amount_fen", "open_fen", "region", "section", "project", "plan_year", "problem_group"]
*/
select * from finding_rung_as_of where rung_reached is not null
