/*
title = { zh = "档案借阅", en = "Loans from the archive" }
definition = { zh = "截至当日提出的档案借阅次数，未批准和撤回的也计；科室按借阅人", en = "Wishes to read a file of the archive asked for by that day, those refused or withdrawn included; sections are those of who asked" }
source = "003-25"
relation = "archive_loan_as_of"
measure = "count(*)"
additive = true
format = "count"
filters = ["year", "section"]
opens = ""
group_by = ["plan_year", "section", "loan_state"]
columns = ["archive_code", "archive_title", "borrower", "purpose", "asked_date", "limit_date", "returned_date", "loan_state", "days_overdue", "section"]
order = ["asked_date desc"]
*/
select * from archive_loan_as_of
