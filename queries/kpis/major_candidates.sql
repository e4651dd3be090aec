/*
title = { zh = "待列入清单", en = "Candidates for the list" }
definition = { zh = "台账标明重大、未认定已整改、未移送未撤销、从未列入清单或清单销号后又反弹重开的问题数", en = "Findings that the ledger calls major, that are not rectified, transferred or withdrawn, and were never put on the list or were reopened after their close-out from it" }
source = "001-2"
relation = "major_problem_as_of"
measure = "count(*)"
additive = true
format = "count"
better = "lower"
opens = "major_problem"
group_by = ["plan_year", "region", "section", "lead_section", "unit", "project_type", "problem_class", "rectification_type", "amount_band", "major_stage", "major_criterion", "week_colour"]
columns = ["finding_code", "title", "major_stage", "week_colour", "week_state", "week_next_step", "progress_percent", "week_date", "told_date", "is_colour_said", "is_owed_now", "weeks_missed", "lead_section", "tracker", "unit", "region", "section", "listed_date", "left_list_date", "days_on_list", "days_on_desk", "list_returns", "major_criterion", "state", "due_date", "days_overdue", "amount_fen", "rectified_fen", "plan_year", "project"]
*/
select * from major_problem_as_of
where
    major_stage = 'candidate'
    -- Closed out of the list, then reopened in the ledger: somebody decides whether it comes back.
    or (major_stage = 'closed' and is_major and not is_rectified and not is_excluded)
